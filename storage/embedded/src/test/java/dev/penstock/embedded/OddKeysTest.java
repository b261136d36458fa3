package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.sigv4.UriEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Any UTF-8 text of 1 to 1,024 bytes is a key, and none ever is a path.
class OddKeysTest {
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() {
        storage = TestStorage.start();
        http = SignedHttp.of(storage.endpoint());
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    static List<String> keys() {
        return List.of(
                "../x",
                "..",
                ".",
                "./a",
                "a/./b",
                "a/../b",
                "a//b",
                "/",
                "//",
                "/leading",
                "trailing/",
                "blobs/00/x",
                "catalog.sqlite",
                "ü/日本/😀",
                "e\u0301",
                "\u00e9",
                "a b+c%2F%2f%&=?#;,",
                "\"<>&'",
                "C:\\x",
                "~*!'()",
                "\u0001\u007f\u0085\u2028",
                "line\nbreak\r\ttab",
                "\uffff",
                "x".repeat(1024),
                "ü".repeat(512),
                "😀".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_is_put_read_listed_and_deleted_as_it_is(String key) throws IOException {
        byte[] body = key.getBytes(UTF_8);
        assertThat(http.send(Ask.put(key, body)).outcome()).isEqualTo("200");
        assertThat(http.send(Ask.get(key)).text()).isEqualTo(key);
        assertThat(http.send(Ask.of("HEAD", key)).status()).isEqualTo(200);
        Ask list =
                Ask.of("GET", "")
                        .query("list-type", "2")
                        .query("encoding-type", "url")
                        .query("prefix", key);
        assertThat(http.send(list).elements("Key"))
                .extracting(UriEncoding::decodePath)
                .containsExactly(key);
        assertThat(http.send(Ask.of("DELETE", key)).status()).isEqualTo(204);
        assertThat(http.send(Ask.get(key)).outcome()).isEqualTo("404 NoSuchKey");
        assertThat(filesThatAreNotOurs()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_is_uploaded_in_parts_as_it_is(String key) throws IOException {
        HandUpload upload = HandUpload.begin(http, key);
        assertThat(upload.part(1, key.getBytes(UTF_8)).status()).isEqualTo(200);
        assertThat(upload.complete().status()).isEqualTo(200);
        assertThat(http.send(Ask.get(key)).text()).isEqualTo(key);
        http.send(Ask.of("DELETE", key));
    }

    @Test
    void keys_that_look_alike_are_not_the_same() throws IOException {
        List<String> alike = List.of("a/b", "a//b", "a/./b", "/a/b", "a/b/", "A/b", "a%2Fb");
        for (String key : alike) {
            http.send(Ask.put(key, key.getBytes(UTF_8)));
        }
        for (String key : alike) {
            assertThat(http.send(Ask.get(key)).text()).isEqualTo(key);
            http.send(Ask.of("DELETE", key));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 4000})
    void a_longer_key_is_refused(int length) throws IOException {
        Answer answer = http.send(Ask.put("x".repeat(length), new byte[1]));
        assertThat(answer.outcome()).isEqualTo("400 KeyTooLongError");
        assertThat(answer.element("MaxSizeAllowed")).isEqualTo("1024");
        assertThat(http.send(Ask.put("ü".repeat(512) + "x", new byte[1])).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "a\u0000"})
    void a_key_with_nul_is_refused(String key) throws IOException {
        assertThat(http.send(Ask.put(key, new byte[1])).status()).isEqualTo(400);
        assertThat(http.send(Ask.get(key)).status()).isEqualTo(400);
        assertThat(http.send(Ask.of("POST", key).query("uploads", "")).status()).isEqualTo(400);
    }

    /// S3 has this rule too (Using keys, "relative path elements").
    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a/../../../x"})
    void a_key_that_climbs_above_the_root_is_refused(String key) throws IOException {
        assertThat(http.send(Ask.put(key, new byte[1])).outcome()).isEqualTo("400 BadRequest");
        assertThat(filesThatAreNotOurs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bucket/%ff", "/bucket/%", "/bucket/%zz", "/bucket/%c3"})
    void what_is_no_utf8_is_refused(String target) throws IOException {
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(raw.answer().status()).isBetween(400, 403);
        }
    }

    private static List<String> filesThatAreNotOurs() throws IOException {
        try (Stream<Path> files = Files.walk(storage.directory())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> storage.directory().relativize(file).toString())
                    .filter(file -> !file.matches("blobs/[0-9a-f]{2}/[0-9a-f]{32}"))
                    .filter(file -> !file.matches("catalog\\.sqlite(-wal|-shm)?"))
                    .filter(file -> !file.equals("blobs/storage-id") && !file.equals("lock"))
                    .toList();
        }
    }
}
