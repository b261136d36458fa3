package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Deleting one object, and many at once.
class DeleteObjectsTest {
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

    @Test
    void what_is_deleted_is_gone_with_its_bytes_and_may_be_deleted_again() throws IOException {
        http.send(Ask.put("one", new byte[10]));
        assertThat(http.send(Ask.of("DELETE", "one")).status()).isEqualTo(204);
        assertThat(http.send(Ask.of("DELETE", "one")).status()).isEqualTo(204);
        assertThat(http.send(Ask.get("one")).outcome()).isEqualTo("404 NoSuchKey");
        TestStorage.await(() -> storage.blobs() == 0);
    }

    @Test
    void an_object_that_is_replaced_leaves_no_bytes() throws IOException {
        http.send(Ask.put("two", new byte[10]));
        http.send(Ask.put("two", new byte[20]));
        TestStorage.await(() -> storage.blobs() == 1);
        assertThat(http.send(Ask.get("two")).body()).hasSize(20);
        http.send(Ask.of("DELETE", "two"));
        TestStorage.await(() -> storage.blobs() == 0);
    }

    @Test
    void many_are_deleted_at_once_and_named() throws IOException {
        for (String key : new String[] {"a<&b", "b/../c", "kept"}) {
            http.send(Ask.put(key, new byte[1]));
        }
        Answer answer = delete(object("a&lt;&amp;b") + object("b/../c") + object("never there"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.elements("Key")).containsExactly("a<&b", "b/../c", "never there");
        assertThat(http.send(Ask.get("a<&b")).status()).isEqualTo(404);
        assertThat(http.send(Ask.get("kept")).status()).isEqualTo(200);
        http.send(Ask.of("DELETE", "kept"));
    }

    @Test
    void quietly_only_failures_are_named() throws IOException {
        http.send(Ask.put("quiet", new byte[1]));
        String tooLong = "x".repeat(1025);
        Answer answer = delete("<Quiet>true</Quiet>" + object("quiet") + object(tooLong));
        assertThat(answer.elements("Key")).containsExactly(tooLong);
        assertThat(answer.code()).isEqualTo("KeyTooLongError");
        assertThat(http.send(Ask.get("quiet")).status()).isEqualTo(404);
    }

    @Test
    void a_thousand_are_taken_and_one_more_is_not() throws IOException {
        assertThat(delete(objects(1000)).elements("Deleted")).hasSize(1000);
        assertThat(delete(objects(1001)).outcome()).isEqualTo("400 MalformedXML");
    }

    @Test
    void the_list_must_come_with_its_checksum() throws IOException {
        http.send(Ask.put("proof", new byte[1]));
        Ask ask = ask(object("proof"));
        assertThat(http.send(ask).outcome()).isEqualTo("400 InvalidRequest");
        String other = Samples.checksum(ChecksumAlgorithm.MD5, new byte[1]);
        assertThat(http.send(ask.header("content-md5", other)).outcome())
                .isEqualTo("400 BadDigest");
        assertThat(http.send(Ask.get("proof")).status()).isEqualTo(200);
        String crc = Samples.checksum(ChecksumAlgorithm.CRC32, ask.body());
        assertThat(http.send(ask.header("x-amz-checksum-crc32", crc)).status()).isEqualTo(200);
        assertThat(http.send(Ask.get("proof")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Object/>",
                "<Object><Key></Key></Object>",
                "<Unknown/>",
                "<Object><Key>a",
                "<Object><Key>&#0;</Key></Object>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
                "<Object><Key>&e;</Key></Object>",
            })
    void what_is_no_list_is_refused(String content) throws IOException {
        assertThat(delete(content).outcome()).isEqualTo("400 MalformedXML");
    }

    @Test
    void an_entity_that_would_read_a_file_is_refused() throws IOException {
        byte[] document =
                ("<!DOCTYPE Delete [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                                + "<Delete>"
                                + object("&e;")
                                + "</Delete>")
                        .getBytes(UTF_8);
        Ask ask =
                Ask.of("POST", "")
                        .query("delete", "")
                        .body(document)
                        .header("content-md5", Samples.checksum(ChecksumAlgorithm.MD5, document));
        assertThat(http.send(ask).outcome()).isEqualTo("400 MalformedXML");
    }

    private static Answer delete(String content) throws IOException {
        Ask ask = ask(content);
        return http.send(
                ask.header("content-md5", Samples.checksum(ChecksumAlgorithm.MD5, ask.body())));
    }

    private static Ask ask(String content) {
        return Ask.of("POST", "")
                .query("delete", "")
                .body(("<Delete>" + content + "</Delete>").getBytes(UTF_8));
    }

    private static String object(String key) {
        return "<Object><Key>" + key + "</Key></Object>";
    }

    private static String objects(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> object("k" + i))
                .collect(Collectors.joining());
    }
}
