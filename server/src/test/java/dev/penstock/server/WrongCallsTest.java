package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each wrong call gets a status, a code and a sentence, and changes nothing.
class WrongCallsTest {
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

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("detail")).endsWith(".").contains(" ");
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
    }

    private static int openUploads() {
        return service.management("GET", "/api/intakes/%s/uploads".formatted(intake.id()), "")
                .json()
                .path("content")
                .size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    contentLength=5                                              | invalid-parameter
                    path=&contentLength=5                                        | invalid-parameter
                    path=/a&contentLength=5                                      | invalid-parameter
                    path=a//b&contentLength=5                                    | invalid-parameter
                    path=a/../b&contentLength=5                                  | invalid-parameter
                    path=a%00b&contentLength=5                                   | invalid-parameter
                    path=%ff&contentLength=5                                     | invalid-parameter
                    path=%zz&contentLength=5                                     | invalid-parameter
                    path=a%&contentLength=5                                      | invalid-parameter
                    path=a&path=b&contentLength=5                                | invalid-parameter
                    path=a&contentLength=0                                       | invalid-parameter
                    path=a&contentLength=-1                                      | invalid-parameter
                    path=a&contentLength=1e3                                     | invalid-parameter
                    path=a&contentLength=99999999999999999999                    | invalid-parameter
                    path=a&contentLength=5&contentType=nonsense                  | invalid-parameter
                    path=a&contentLength=5&contentType=text/plain%0d%0ax:y       | invalid-parameter
                    path=a&contentLength=5497558138881                           | file-too-large
                    path=a&contentLength=5&partSize=5242879                      | invalid-parameter
                    path=a&contentLength=5&partSize=5368709121                   | invalid-parameter
                    path=a&contentLength=5497558138880&partSize=5242880          | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=SHA512              | unsupported-checksum
                    path=a&contentLength=5&checksum=AAAAAAAAAAA=                 | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=auto&checksum=AAAA  | invalid-parameter
                    """)
    void a_multipart_request_is_refused(String query, String code) {
        int before = openUploads();
        Answer answer =
                service.call(
                        "POST",
                        intake.path() + "/multipart-upload-request?" + query,
                        Map.of("x-api-key", intake.token()),
                        "");
        refused(answer, 400, code);
        assertThat(openUploads()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    path=a                                                            | invalid-parameter
                    path=a&contentLength=0                                            | invalid-parameter
                    path=a&contentLength=5368709121                                   | file-too-large-for-single-put
                    path=a&contentLength=5&checksumAlgorithm=auto                     | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=CRC64NVME                | checksum-required
                    path=a&contentLength=5&checksumAlgorithm=CRC64NVME&checksum=AAAA  | invalid-parameter
                    path=a&contentLength=5&checksumAlgorithm=SHA1&checksum=AAAA       | unsupported-checksum
                    """)
    void a_single_request_is_refused(String query, String code) {
        int before = openUploads();
        Answer answer =
                service.call(
                        "POST",
                        intake.path() + "/presigned-upload-request?" + query,
                        Map.of("x-api-key", intake.token()),
                        "");
        refused(answer, 400, code);
        assertThat(openUploads()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    []                                          | 400 | invalid-parameter
                    [0]                                         | 400 | part-number-out-of-range
                    [10001]                                     | 400 | part-number-out-of-range
                    [4]                                         | 400 | part-number-out-of-range
                    [1,1]                                       | 400 | invalid-parameter
                    ['1']                                       | 400 | invalid-field
                    [1.5]                                       | 400 | invalid-field
                    {}                                          | 400 | invalid-body
                    nonsense                                    | 400 | invalid-body
                    [{'partNumber':1,'size':0}]                 | 400 | invalid-parameter
                    [{'partNumber':1,'size':15728641}]          | 400 | invalid-parameter
                    [{'partNumber':1,'checksum':'AAAAAAAAAAA='}]| 400 | unsupported-checksum
                    """)
    void part_urls_are_refused(String body, int status, String code) {
        TestUpload upload = intake.begin("parts.bin", 15 * MIB);
        refused(upload.urls(body), status, code);
        upload.abort();
    }

    @Test
    void more_than_five_hundred_part_urls_are_refused() {
        TestUpload upload = intake.begin("many.bin", 5L << 40);
        String numbers =
                java.util.stream.IntStream.rangeClosed(1, 501)
                        .mapToObj(Integer::toString)
                        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
        refused(upload.urls(numbers), 400, "too-many-part-numbers");
        upload.abort();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'parts':[]}                                              | 400 | invalid-parameter
                    {'parts':[{'partNumber':1},{'partNumber':1}]}             | 400 | invalid-parameter
                    {'parts':[{'partNumber':0}]}                              | 400 | part-number-out-of-range
                    {'parts':[{'partNumber':2}]}                              | 409 | upload-incomplete
                    {'parts':[{'partNumber':1,'etag':'00'}]}                  | 409 | part-mismatch
                    {'size':-1}                                               | 400 | invalid-field
                    {'size':8}                                                | 409 | size-mismatch
                    {'labels':'A'}                                            | 400 | unknown-field
                    {'statusId':null}                                         | 400 | unknown-field
                    {'metadata':[]}                                           | 400 | invalid-field
                    {'metadata':7}                                            | 400 | invalid-field
                    {'filename':5}                                            | 400 | invalid-field
                    {'metadata':{'a':1,'a':2}}                                | 400 | invalid-body
                    {'checksum':{'algorithm':'MD5','value':'AAAA'}}           | 400 | invalid-field
                    {'checksum':{'algorithm':'SHA1','value':'AAAA'}}          | 400 | unsupported-checksum
                    {'checksum':{'algorithm':'SHA256','value':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='}} | 400 | unsupported-checksum
                    {                                                         | 400 | invalid-body
                    7                                                         | 400 | invalid-body
                    """)
    void a_completion_is_refused_and_leaves_the_upload_open(String body, int status, String code) {
        TestUpload upload = intake.begin("c.bin", 7);
        upload.send(1, new byte[7]);
        refused(upload.complete(body), status, code);
        assertThat(upload.status().text("state")).isEqualTo("receiving");
        upload.abort();
    }

    @Test
    void a_body_that_nests_too_deep_is_refused() {
        TestUpload upload = intake.begin("deep.bin", 1);
        upload.send(1, new byte[1]);
        String deep = "{'metadata':{'a':" + "[".repeat(70) + "]".repeat(70) + "}}";
        Answer answer = upload.complete(deep);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isIn("invalid-body", "invalid-field");
        upload.abort();
    }

    @Test
    void bodies_are_bounded() {
        TestUpload upload = intake.begin("big.bin", 1);
        refused(upload.urls(" ".repeat(MIB + 1)), 413, "body-too-large");
        refused(upload.complete(" ".repeat(4 * MIB + 1)), 413, "body-too-large");
        upload.abort();
    }

    @Test
    void the_key_must_be_the_uploads_own() {
        TestUpload upload = intake.begin("k.bin", 1);
        var other = new TestUpload(intake, upload.id(), upload.key() + "x", upload.answer());
        refused(other.urls("[1]"), 404, "upload-not-found");
        refused(other.complete("{}"), 404, "upload-not-found");
        refused(other.abort(), 404, "upload-not-found");
        refused(
                intake.post("/multipart-upload-abort", "", "uploadId", "7", "s3Key", upload.key()),
                404,
                "upload-not-found");
        refused(
                intake.get("/uploads/00000000-0000-0000-0000-000000000000"),
                404,
                "upload-not-found");
        refused(intake.get("/uploads/nonsense"), 404, "upload-not-found");
        upload.abort();
    }

    @Test
    void another_path_than_announced_is_refused() {
        TestUpload upload = intake.begin("here.bin", 1);
        upload.send(1, new byte[1]);
        refused(
                intake.post(
                        "/multipart-upload-complete",
                        "",
                        "uploadId",
                        upload.id(),
                        "s3Key",
                        upload.key(),
                        "path",
                        "there.bin"),
                400,
                "path-mismatch");
        upload.abort();
    }

    @Test
    void an_unknown_intake_is_told_to_keys_and_not_to_tokens() {
        String nowhere = "/api/intake/%s/nowhere".formatted(intake.organization());
        refused(
                service.call("GET", nowhere, Map.of("x-api-key", intake.token()), ""),
                403,
                "token-out-of-scope");
        refused(
                service.call("GET", nowhere, Map.of("x-api-key", TestService.ADMIN), ""),
                404,
                "intake-not-found");
        refused(service.call("GET", nowhere, Map.of(), ""), 401, "unauthenticated");
    }

    @Test
    void addresses_and_methods_that_are_none_are_refused() {
        refused(service.call("GET", "/api/nothing", Map.of(), ""), 404, "not-found");
        refused(
                service.call("DELETE", "/api/organizations", Map.of(), ""),
                405,
                "method-not-allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'maxFileBytes':0}              | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'maxFileBytes':53687091200001} | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'maxOpenUploads':0}            | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'uploadTtl':'PT1S'}            | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'allowMultipleFiles':true}     | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'script':'return {}'}          | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'scriptEnabled':true}          | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'allowedContentTypes':['a/b']} | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'active':'yes'}                | invalid-field
                    {'slug':'NOT ok','name':'n','store':{'ref':'%s/inbox'}}                                | invalid-field
                    {'slug':'ok-slug','name':'','store':{'ref':'%s/inbox'}}                                | invalid-field
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/none'}}                                | invalid-field
                    {'slug':'ok-slug','name':'n'}                                                          | store-required
                    {'slug':'ok-slug','name':'n','store':{'ref':'%s/inbox'},'colour':'red'}                | unknown-field
                    {'name':'n','store':{'ref':'%s/inbox'}}                                                | invalid-field
                    """)
    void an_intake_is_refused(String body, String code) {
        String named = body.replace("%s", intake.organization());
        refused(service.management("POST", "/api/intakes", named), 400, code);
        assertThat(service.management("GET", "/api/intakes?limit=1000", "").text())
                .doesNotContain("ok-slug");
    }

    @Test
    void management_bodies_must_be_json() {
        Answer answer =
                service.call(
                        "POST",
                        "/api/organizations",
                        Map.of("x-api-key", TestService.ADMIN, "Content-Type", "text/plain"),
                        "{}");
        refused(answer, 415, "unsupported-media-type");
    }

    @Test
    void a_stale_change_and_a_taken_slug_are_refused() {
        assertThat(intake.set("'name':'Changed'").status()).isEqualTo(200);
        refused(intake.set("'name':'Again','changeSequence':0"), 409, "stale-change-sequence");
        refused(intake.set("'slug':'another-slug'"), 400, "invalid-field");
        refused(
                service.management(
                        "POST",
                        "/api/organizations",
                        "{'slug':'%s','name':'Twice'}".formatted(intake.organization())),
                409,
                "slug-taken");
        refused(
                service.management("DELETE", "/api/organizations/" + intake.organizationId(), ""),
                409,
                "in-use");
    }

    @Test
    void an_intake_token_opens_no_management_route() {
        refused(
                service.call("GET", "/api/intakes", Map.of("x-api-key", intake.token()), ""),
                403,
                "token-out-of-scope");
    }
}
