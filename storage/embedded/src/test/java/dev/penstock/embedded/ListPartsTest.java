package dev.penstock.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// ListParts and ListMultipartUploads, page by page.
class ListPartsTest {
    private static final List<String> NUMBERS = List.of("1", "2", "5", "100", "9999", "10000");
    private static final List<String> KEYS = List.of("a", "a", "a/b", "b", "b", "b", "c");
    private static TestStorage storage;
    private static SignedHttp http;
    private static HandUpload upload;

    @BeforeAll
    static void start() throws IOException {
        storage = TestStorage.start();
        http = SignedHttp.of(storage.endpoint());
        upload = HandUpload.begin(http, "parts");
        for (String number : NUMBERS) {
            upload.part(Integer.parseInt(number), number.getBytes(StandardCharsets.US_ASCII));
        }
        http.send(Ask.of("PUT", "").in("uploads"));
        for (String key : KEYS) {
            http.send(Ask.of("POST", key).in("uploads").query("uploads", ""));
        }
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void parts_come_with_size_and_etag() throws IOException {
        Answer answer = http.send(upload.listAsk());
        assertThat(answer.elements("PartNumber")).isEqualTo(NUMBERS);
        assertThat(answer.elements("Size")).containsExactly("1", "1", "1", "3", "4", "5");
        assertThat(answer.elements("ETag").getFirst())
                .isEqualTo('"' + Samples.md5(new byte[] {'1'}) + '"');
        assertThat(answer.element("IsTruncated")).isEqualTo("false");
        assertThat(answer.elements("ChecksumCRC64NVME")).hasSize(NUMBERS.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7})
    void pages_of_parts_follow_one_another_without_gap(int size) throws IOException {
        List<String> found = new ArrayList<>();
        String marker = "0";
        Answer page;
        do {
            page =
                    http.send(
                            upload.listAsk()
                                    .query("max-parts", Integer.toString(size))
                                    .query("part-number-marker", marker));
            found.addAll(page.elements("PartNumber"));
            marker = page.element("NextPartNumberMarker");
        } while (page.element("IsTruncated").equals("true"));
        assertThat(found).isEqualTo(NUMBERS);
    }

    @Test
    void no_part_asked_for_is_the_last_page() throws IOException {
        Answer answer = http.send(upload.listAsk().query("max-parts", "0"));
        assertThat(answer.elements("PartNumber")).isEmpty();
        assertThat(answer.element("IsTruncated")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({"max-parts, -1", "max-parts, x", "part-number-marker, x"})
    void a_wrong_argument_is_refused(String name, String value) throws IOException {
        assertThat(http.send(upload.listAsk().query(name, value)).outcome())
                .isEqualTo("400 InvalidArgument");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8})
    void pages_of_uploads_follow_one_another_without_gap(int size) throws IOException {
        List<String> keys = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Ask next = uploads().query("max-uploads", Integer.toString(size));
        Answer page = http.send(next);
        while (true) {
            keys.addAll(page.elements("Key"));
            ids.addAll(page.elements("UploadId"));
            if (!page.element("IsTruncated").equals("true")) {
                break;
            }
            page =
                    http.send(
                            next.query("key-marker", page.element("NextKeyMarker"))
                                    .query("upload-id-marker", page.element("NextUploadIdMarker")));
        }
        assertThat(keys).isEqualTo(KEYS);
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void uploads_are_found_by_prefix_and_behind_a_key() throws IOException {
        assertThat(http.send(uploads().query("prefix", "a")).elements("Key"))
                .containsExactly("a", "a", "a/b");
        assertThat(http.send(uploads().query("key-marker", "b")).elements("Key"))
                .containsExactly("c");
        assertThat(
                        http.send(uploads().query("prefix", "b").query("key-marker", "a/b"))
                                .elements("Key"))
                .containsExactly("b", "b", "b");
        assertThat(http.send(uploads().query("max-uploads", "0")).element("IsTruncated"))
                .isEqualTo("false");
    }

    private static Ask uploads() {
        return Ask.of("GET", "").in("uploads").query("uploads", "");
    }
}
