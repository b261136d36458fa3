package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.RawHttp;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The two request routes refuse what they cannot take, and begin nothing.
class WrongBeginTest {
    private static TestService service;
    private static TestIntake intake;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
        intake = service.intake();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /// With the contentType that every request needs, unless the query is about it.
    private static Answer request(String route, String query) {
        String typed = query.contains("contentType") ? query : query + "&contentType=a/b";
        return service.call(
                "POST",
                intake.path() + route + "?" + typed,
                Map.of("x-api-key", intake.token()),
                "");
    }

    @Test
    void a_checksum_whose_plus_became_a_space_is_told_how_to_write_it() {
        Answer answer =
                refused(
                        service,
                        400,
                        "invalid-parameter",
                        () ->
                                request(
                                        "/presigned-upload-request",
                                        "path=a&contentLength=5&checksumAlgorithm=MD5"
                                                + "&checksum=+UFAKrxLKna5cZ2REBfFkg=="));
        assertThat(answer.text("detail")).contains("checksum").contains("+ is written %2B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    contentLength=5                                              | invalid-parameter
                    path=&contentLength=5                                        | invalid-parameter
                    path=/a&contentLength=5                                      | invalid-parameter
                    path=a/&contentLength=5                                      | invalid-parameter
                    path=a//b&contentLength=5                                    | invalid-parameter
                    path=a/../b&contentLength=5                                  | invalid-parameter
                    path=./b&contentLength=5                                     | invalid-parameter
                    path=a%00b&contentLength=5                                   | invalid-parameter
                    path=a%0Ab&contentLength=5                                   | invalid-parameter
                    path=a%C2%85b&contentLength=5                                | invalid-parameter
                    path=%ff&contentLength=5                                     | invalid-parameter
                    path=%ed%a0%80&contentLength=5                               | invalid-parameter
                    path=a&path=b&contentLength=5                                | invalid-parameter
                    path=a&contentLength=0                                       | invalid-parameter
                    path=a&contentLength=-1                                      | invalid-parameter
                    path=a&contentLength=1e3                                     | invalid-parameter
                    path=a&contentLength=%2B5                                    | invalid-parameter
                    path=a&contentLength=99999999999999999999                    | invalid-parameter
                    path=a&contentLength=5&contentLength=5                       | invalid-parameter
                    path=a&contentLength=5&contentType=                          | invalid-parameter
                    path=a&contentLength=5&contentType=nonsense                  | invalid-parameter
                    path=a&contentLength=5&contentType=text/plain%0d%0ax:y       | invalid-parameter
                    path=a&contentLength=5497558138881                           | file-too-large
                    path=a&contentLength=5&partSize=5242879                      | invalid-parameter
                    path=a&contentLength=5&partSize=5368709121                   | invalid-parameter
                    path=a&contentLength=5&partSize=8MiB                         | invalid-parameter
                    path=a&contentLength=5497558138880&partSize=5242880          | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=SHA512              | unsupported-checksum
                    path=a&contentLength=5&checksumAlgorithm=SHA1                | unsupported-checksum
                    path=a&contentLength=5&checksum=AAAAAAAAAAA=                 | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=auto&checksum=AAAA  | invalid-parameter
                    """)
    void a_multipart_request_is_refused(String query, String code) {
        refused(service, 400, code, () -> request("/multipart-upload-request", query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    contentLength=5                                                   | invalid-parameter
                    path=a/../b&contentLength=5                                       | invalid-parameter
                    path=a                                                            | invalid-parameter
                    path=a&contentLength=5&contentType=                               | invalid-parameter
                    path=a&contentLength=0                                            | invalid-parameter
                    path=a&contentLength=5368709121                                   | file-too-large-for-single-put
                    path=a&contentLength=5497558138881                                | file-too-large
                    path=a&contentLength=5&checksum=AAAAAAAAAAA=                      | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=auto                     | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=auto&checksum=AAAAAAAAAAA= | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=CRC64NVME                | checksum-required
                    path=a&contentLength=5&checksumAlgorithm=CRC64NVME&checksum=AAAA  | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=CRC64NVME&checksum=!!!   | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=SHA1&checksum=AAAA       | unsupported-checksum
                    """)
    void a_single_request_is_refused(String query, String code) {
        refused(service, 400, code, () -> request("/presigned-upload-request", query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"path=%zz&contentLength=5", "path=a%", "path=a%2", "%=1&path=a"})
    void a_query_with_a_broken_escape_is_refused(String query) {
        String before = intake.uploads();
        var answer =
                RawHttp.call(
                        service.url(),
                        "POST",
                        intake.path() + "/multipart-upload-request?contentType=a/b&" + query,
                        "x-api-key: " + intake.token(),
                        "Content-Length: 0");
        assertThat(answer.status()).as(answer.head()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("invalid-parameter");
        assertThat(answer.json().path("detail").asString()).endsWith(".");
        assertThat(intake.uploads()).isEqualTo(before);
    }

    @Test
    void a_path_has_at_most_1024_bytes() {
        refused(service, 400, "invalid-parameter", () -> intake.request("ä".repeat(513), 1));
        TestIntake other = service.intake();
        assertThat(other.begin("ä".repeat(512), 1).status().text("path")).hasSize(512);
    }

    @Test
    void the_refusal_of_an_empty_file_says_how_to_send_it() {
        assertThat(intake.request("empty.bin", 0).text("detail")).contains("direct upload");
    }

    @Test
    void the_refusal_of_a_file_too_large_for_one_put_names_the_other_route() {
        Answer answer = request("/presigned-upload-request", "path=a&contentLength=5368709121");
        assertThat(answer.text("detail")).contains("multipart-upload-request");
    }

    @Test
    void an_unsupported_checksum_names_those_that_are_supported() {
        Answer answer = intake.request("sum.bin", 1, "checksumAlgorithm", "SHA512");
        assertThat(answer.text("detail")).contains("CRC64NVME", "CRC32C", "SHA256", "MD5");
    }

    @Test
    void the_limit_of_an_intake_holds_beside_the_general_one() {
        TestIntake small =
                service.intake("'active':true,'largeUploadEnabled':true,'maxFileBytes':1000");
        refused(service, 400, "file-too-large", () -> small.request("a.bin", 1001));
        assertThat(small.request("a.bin", 1000).status()).isEqualTo(200);
    }

    @Test
    void the_path_of_a_document_is_taken() {
        TestIntake own = service.intake();
        var upload = own.begin("taken.bin", 1);
        upload.send(1, new byte[1]);
        assertThat(upload.complete("{}").status()).isEqualTo(201);
        refused(service, 409, "path-taken", () -> own.request("taken.bin", 1));
        refused(
                service,
                409,
                "path-taken",
                () ->
                        own.post(
                                "/presigned-upload-request",
                                "",
                                "path",
                                "taken.bin",
                                "contentLength",
                                "1",
                                "contentType",
                                "a/b"));
    }

    @Test
    void a_full_quota_is_told_with_when_to_ask_again() {
        TestIntake own =
                service.intake("'active':true,'largeUploadEnabled':true,'maxOpenUploads':1");
        var first = own.begin("1.bin", 1);
        refused(service, 429, "quota-exceeded", () -> own.request("2.bin", 1));
        first.abort();
        assertThat(own.request("2.bin", 1).status()).isEqualTo(200);
    }

    @Test
    void an_intake_that_demands_checksums_takes_no_request_without() {
        TestIntake own =
                service.intake("'active':true,'largeUploadEnabled':true,'requireChecksums':true");
        refused(service, 400, "checksum-required", () -> own.request("a.bin", 1));
        assertThat(own.request("a.bin", 1, "checksumAlgorithm", "auto").status()).isEqualTo(200);
    }

    @Test
    void unknown_parameters_are_ignored_and_plus_is_a_space() {
        TestIntake own = service.intake();
        Answer answer =
                service.call(
                        "POST",
                        own.path()
                                + "/multipart-upload-request?path=a+b&contentType=a/b&contentLength=1&colour=red",
                        Map.of("x-api-key", own.token()),
                        "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(own.get("/uploads/" + answer.text("uploadId")).text("path")).isEqualTo("a b");
    }
}
