package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What S3 takes and refuses of multipart uploads, with S3's own limits.
class MultipartRulesTest {
    private static final byte[] MIN_PART = Samples.bytes(1, 5 << 20);
    private static final byte[] SMALL = "the last one".getBytes(UTF_8);
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
    void the_etag_is_the_md5_of_the_parts_md5s_and_their_number() throws IOException {
        HandUpload upload = HandUpload.begin(http, "etag");
        assertThat(upload.part(1, MIN_PART).etag()).isEqualTo(Samples.md5(MIN_PART));
        upload.part(7, SMALL);
        Answer done = upload.complete();
        byte[] md5s = HexFormat.of().parseHex(Samples.md5(MIN_PART) + Samples.md5(SMALL));
        assertThat(done.element("ETag")).isEqualTo('"' + Samples.md5(md5s) + "-2\"");
        assertThat(done.element("Bucket")).isEqualTo(TestStorage.BUCKET);
        assertThat(done.element("Key")).isEqualTo("etag");
        Answer tail = http.send(Ask.get("etag").header("range", "bytes=5242878-"));
        assertThat(tail.body()).hasSize(2 + SMALL.length).endsWith(SMALL);
    }

    @Test
    void a_part_that_is_too_small_and_not_the_last_is_refused() throws IOException {
        HandUpload upload = HandUpload.begin(http, "small");
        upload.part(1, SMALL);
        upload.part(2, SMALL);
        Answer answer = upload.complete();
        assertThat(answer.outcome()).isEqualTo("400 EntityTooSmall");
        assertThat(answer.element("PartNumber")).isEqualTo("1");
        assertThat(answer.element("MinSizeAllowed")).isEqualTo("5242880");
        upload.part(1, MIN_PART);
        assertThat(upload.complete().status()).isEqualTo(200);
    }

    @Test
    void a_list_that_names_what_is_not_there_is_refused() throws IOException {
        HandUpload upload = HandUpload.begin(http, "invalid");
        String etag = upload.part(2, SMALL).etag();
        String other = Samples.md5(MIN_PART);
        for (String list :
                new String[] {
                    HandUpload.part(1, etag, ""),
                    HandUpload.part(3, etag, ""),
                    HandUpload.part(2, other, ""),
                    HandUpload.part(2, "nonsense", ""),
                    HandUpload.part(1, other, "") + HandUpload.part(2, etag, ""),
                    HandUpload.part(2, etag, "") + HandUpload.part(3, etag, ""),
                }) {
            Answer answer = upload.completeWith(list);
            assertThat(answer.outcome()).as(list).isEqualTo("400 InvalidPart");
            assertThat(answer.element("UploadId")).isEqualTo(upload.id());
        }
        assertThat(upload.complete().status()).isEqualTo(200);
    }

    @Test
    void a_list_out_of_order_is_refused() throws IOException {
        HandUpload upload = HandUpload.begin(http, "order");
        String one = HandUpload.part(1, upload.part(1, MIN_PART).etag(), "");
        String two = HandUpload.part(2, upload.part(2, SMALL).etag(), "");
        assertThat(upload.completeWith(two + one).outcome()).isEqualTo("400 InvalidPartOrder");
        assertThat(upload.completeWith(one + one).outcome()).isEqualTo("400 InvalidPartOrder");
        assertThat(upload.completeWith(one + two).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Part><PartNumber>1</PartNumber></Part>",
                "<Part><ETag>x</ETag></Part>",
                "<Part><PartNumber>one</PartNumber><ETag>x</ETag></Part>",
                "<Other/>",
                "<Part>",
                "<Part><PartNumber>1</PartNumber><ETag>x</ETag><ChecksumMD5>x</ChecksumMD5></Part>",
            })
    void what_is_no_list_is_refused(String parts) throws IOException {
        HandUpload upload = HandUpload.begin(http, "xml");
        assertThat(upload.completeWith(parts).outcome()).isEqualTo("400 MalformedXML");
    }

    @Test
    void only_listed_parts_become_the_object_and_the_others_go() throws IOException {
        HandUpload upload = HandUpload.begin(http, "chosen");
        upload.part(1, MIN_PART);
        String chosen = HandUpload.part(2, upload.part(2, SMALL).etag(), "");
        upload.part(3, MIN_PART);
        long before = storage.blobs();
        assertThat(upload.completeWith(chosen).element("ETag")).endsWith("-1\"");
        assertThat(http.send(Ask.get("chosen")).body()).isEqualTo(SMALL);
        TestStorage.await(() -> storage.blobs() == before - 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "-1", "1.5", "", "99999999999999", "one"})
    void a_part_number_outside_1_to_10000_is_refused(String number) throws IOException {
        HandUpload upload = HandUpload.begin(http, "number");
        Ask ask =
                Ask.put("number", SMALL).query("partNumber", number).query("uploadId", upload.id());
        assertThat(http.send(ask).outcome()).isEqualTo("400 InvalidArgument");
        assertThat(http.send(upload.listAsk()).elements("PartNumber")).isEmpty();
    }

    @Test
    void the_last_part_number_is_taken() throws IOException {
        HandUpload upload = HandUpload.begin(http, "last");
        assertThat(upload.part(10_000, SMALL).status()).isEqualTo(200);
        assertThat(upload.complete().status()).isEqualTo(200);
    }

    @Test
    void a_part_sent_again_replaces_the_one_before() throws IOException {
        HandUpload upload = HandUpload.begin(http, "again");
        upload.part(1, MIN_PART);
        long before = storage.blobs();
        upload.part(1, SMALL);
        TestStorage.await(() -> storage.blobs() == before);
        assertThat(http.send(upload.listAsk()).elements("Size")).containsExactly("12");
        upload.complete();
        assertThat(http.send(Ask.get("again")).body()).isEqualTo(SMALL);
    }

    @Test
    void a_completion_that_is_repeated_hears_the_same() throws IOException {
        HandUpload upload = HandUpload.begin(http, "repeated");
        upload.part(1, SMALL);
        Answer first = upload.complete();
        Answer again = upload.complete();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        String other = HandUpload.part(1, Samples.md5(MIN_PART), "");
        assertThat(upload.completeWith(other).outcome()).isEqualTo("400 InvalidPart");
        http.send(Ask.of("DELETE", "repeated"));
        assertThat(upload.complete().outcome()).isEqualTo("404 NoSuchUpload");
    }

    @Test
    void after_completion_and_after_abort_nothing_is_taken() throws IOException {
        HandUpload completed = HandUpload.begin(http, "closed");
        completed.part(1, SMALL);
        completed.complete();
        HandUpload aborted = HandUpload.begin(http, "closed");
        aborted.part(1, SMALL);
        assertThat(aborted.abort().status()).isEqualTo(204);
        for (HandUpload upload : new HandUpload[] {completed, aborted}) {
            assertThat(upload.part(2, SMALL).outcome()).isEqualTo("404 NoSuchUpload");
            assertThat(upload.abort().outcome()).isEqualTo("404 NoSuchUpload");
            assertThat(http.send(upload.listAsk()).outcome()).isEqualTo("404 NoSuchUpload");
        }
        assertThat(aborted.complete().outcome()).isEqualTo("404 NoSuchUpload");
        assertThat(http.send(Ask.get("closed")).body()).isEqualTo(SMALL);
    }

    @Test
    void an_abort_takes_the_bytes_with_it() throws IOException {
        long before = storage.blobs();
        HandUpload upload = HandUpload.begin(http, "aborted");
        upload.part(1, SMALL);
        upload.part(2, SMALL);
        upload.abort();
        TestStorage.await(() -> storage.blobs() == before);
    }

    @Test
    void an_upload_is_known_under_its_own_key_alone() throws IOException {
        HandUpload mine = HandUpload.begin(http, "mine");
        mine.part(1, SMALL);
        HandUpload other = new HandUpload(http, "yours", mine.id());
        assertThat(other.part(1, SMALL).outcome()).isEqualTo("404 NoSuchUpload");
        assertThat(other.abort().outcome()).isEqualTo("404 NoSuchUpload");
        assertThat(other.completeWith(mine.list()).outcome()).isEqualTo("404 NoSuchUpload");
        assertThat(new HandUpload(http, "mine", "nonsense").abort().outcome())
                .isEqualTo("404 NoSuchUpload");
        assertThat(mine.complete().status()).isEqualTo(200);
    }

    @Test
    void headers_are_those_of_the_begin() throws IOException {
        HandUpload upload =
                HandUpload.begin(http, "h", "content-type", "text/csv", "x-amz-meta-a", "1");
        upload.part(1, SMALL, "content-type", "text/html");
        upload.complete();
        Answer answer = http.send(Ask.get("h"));
        assertThat(answer.header("content-type")).isEqualTo("text/csv");
        assertThat(answer.header("x-amz-meta-a")).isEqualTo("1");
    }
}
