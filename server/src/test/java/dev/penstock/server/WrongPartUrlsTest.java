package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Part URLs are refused for what no part can be, and the upload stays as it was.
class WrongPartUrlsTest {
    private static TestService service;
    private static TestIntake intake;
    private static TestUpload upload;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
        intake = service.intake();
        upload = intake.begin("parts.bin", 15 * MIB);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                                               | invalid-parameter
                    [0]                                              | part-number-out-of-range
                    [-1]                                             | part-number-out-of-range
                    [10001]                                          | part-number-out-of-range
                    [4]                                              | part-number-out-of-range
                    [1,1]                                            | invalid-parameter
                    [1,{'partNumber':1}]                             | invalid-parameter
                    ['1']                                            | invalid-field
                    [1.5]                                            | invalid-field
                    [null]                                           | invalid-field
                    [[1]]                                            | invalid-field
                    [{}]                                             | invalid-field
                    [{'partNumber':1,'size':'5'}]                    | invalid-field
                    [{'partNumber':1,'checksum':5}]                  | invalid-field
                    [{'partNumber':1,'chekcsum':'AAAA'}]             | unknown-field
                    [99999999999]                                    | invalid-field
                    {}                                               | invalid-body
                    1                                                | invalid-body
                    nonsense                                         | invalid-body
                    [1                                               | invalid-body
                    [1] [2]                                          | invalid-body
                    [{'partNumber':1,'size':0}]                      | invalid-parameter
                    [{'partNumber':1,'size':-5}]                     | invalid-parameter
                    [{'partNumber':1,'size':5368709121}]             | invalid-parameter
                    [{'partNumber':1,'size':15728641}]               | invalid-parameter
                    [{'partNumber':1,'size':8388608},{'partNumber':2,'size':8388608}] | invalid-parameter
                    [{'partNumber':1,'checksum':'AAAAAAAAAAA='}]     | unsupported-checksum
                    """)
    void part_urls_are_refused(String body, String code) {
        refused(service, 400, code, () -> upload.urls(body));
    }

    @Test
    void a_call_without_a_body_is_refused() {
        refused(service, 400, "invalid-body", () -> upload.urls(""));
    }

    @Test
    void at_most_five_hundred_urls_a_call() {
        TestUpload large = intake.begin("many.bin", 5L << 40);
        refused(service, 400, "too-many-part-numbers", () -> large.urls(numbers(501)));
        assertThat(large.urls(numbers(500)).json().path("parts").size()).isEqualTo(500);
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void a_single_upload_has_one_part_of_the_size_and_checksum_announced() {
        TestUpload single = single("checksumAlgorithm", "CRC32C", "checksum", "AAAAAA==");
        refused(service, 400, "part-number-out-of-range", () -> single.urls("[2]"));
        refused(
                service,
                400,
                "invalid-parameter",
                () -> single.urls("[{'partNumber':1,'size':6}]"));
        refused(
                service,
                400,
                "invalid-parameter",
                () -> single.urls("[{'partNumber':1,'checksum':'AAAAAQ=='}]"));
        assertThat(single.urls("[1]").status()).isEqualTo(200);
    }

    private static TestUpload single(String... checksum) {
        Answer answer =
                intake.post(
                        "/presigned-upload-request",
                        "",
                        "path",
                        "single.bin",
                        "contentType",
                        "a/b",
                        "contentLength",
                        "5",
                        checksum[0],
                        checksum[1],
                        checksum[2],
                        checksum[3]);
        return new TestUpload(intake, answer.text("uploadId"), answer.text("s3Key"), answer);
    }

    @Test
    void every_item_needs_its_checksum_where_one_is_in_force() {
        TestUpload summed = intake.begin("summed.bin", 10, "checksumAlgorithm", "SHA256");
        refused(service, 400, "checksum-required", () -> summed.urls("[1]"));
        refused(
                service,
                400,
                "invalid-parameter",
                () -> summed.urls("[{'partNumber':1,'checksum':'AAAA'}]"));
        refused(
                service,
                400,
                "invalid-parameter",
                () -> summed.urls("[{'partNumber':1,'checksum':'no base64'}]"));
    }

    @Test
    void an_intake_that_demands_sizes_takes_no_bare_numbers() {
        TestIntake strict =
                service.intake(
                        "'active':true,'largeUploadEnabled':true,'requireDeclaredParts':true");
        TestUpload sized = strict.begin("sized.bin", 10);
        refused(service, 400, "size-required", () -> sized.urls("[1]"));
        assertThat(sized.urls("[{'partNumber':1,'size':10}]").status()).isEqualTo(200);
    }

    @Test
    void another_key_or_id_than_the_uploads_own_is_not_found() {
        var otherKey = new TestUpload(intake, upload.id(), upload.key() + "x", upload.answer());
        var otherId = new TestUpload(intake, "7", upload.key(), upload.answer());
        var nobodys = new TestUpload(service.intake(), upload.id(), upload.key(), upload.answer());
        for (TestUpload wrong : new TestUpload[] {otherKey, otherId, nobodys}) {
            refused(service, 404, "upload-not-found", () -> wrong.urls("[1]"));
            refused(service, 404, "upload-not-found", () -> wrong.complete("{}"));
            refused(service, 404, "upload-not-found", wrong::abort);
        }
        refused(service, 404, "upload-not-found", otherId::status);
        refused(service, 404, "upload-not-found", nobodys::status);
        refused(service, 404, "upload-not-found", () -> intake.get("/uploads/7/parts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/multipart-upload-part-urls", "/multipart-upload-complete"})
    void id_and_key_are_both_needed(String route) {
        refused(
                service,
                400,
                "invalid-parameter",
                () -> intake.post(route, "[1]", "uploadId", upload.id()));
        refused(
                service,
                400,
                "invalid-parameter",
                () -> intake.post(route, "[1]", "s3Key", upload.key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "after=-1", "after=x"})
    void a_listing_of_parts_has_limits(String query) {
        String[] pair = query.split("=", 2);
        refused(
                service,
                400,
                "invalid-parameter",
                () -> intake.get("/uploads/" + upload.id() + "/parts", pair[0], pair[1]));
    }

    @Test
    void an_upload_that_is_over_gives_no_urls_and_tells_its_state() {
        TestUpload aborted = intake.begin("aborted.bin", 1);
        aborted.abort();
        Answer answer = refused(service, 409, "upload-closed", () -> aborted.urls("[1]"));
        assertThat(answer.text("state")).isEqualTo("aborted");
        TestUpload completed = intake.begin("completed.bin", 1);
        completed.send(1, new byte[1]);
        completed.complete("{}");
        answer = refused(service, 409, "upload-closed", () -> completed.urls("[1]"));
        assertThat(answer.text("state")).isEqualTo("completed");
        refused(service, 409, "upload-closed", completed::abort);
    }

    @Test
    void a_body_is_bounded_whether_its_length_is_declared_or_not() {
        refused(service, 413, "body-too-large", () -> upload.urls(" ".repeat(MIB + 1)));
        refused(service, 413, "body-too-large", () -> upload.streamUrls(" ".repeat(MIB + 1)));
        assertThat(upload.urls(" ".repeat(MIB - 3) + "[1]").status()).isEqualTo(200);
    }
}
