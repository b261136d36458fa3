package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Refusals;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A completion that is refused leaves the upload open, with all its parts, and makes no document.
class WrongCompletionTest {
    private static TestService service;
    private static TestIntake intake;
    private static TestUpload seven;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
        intake = service.intake();
        seven = intake.begin("seven.bin", 7);
        seven.send(1, new byte[7]);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Answer refusedAndOpen(TestUpload upload, int status, String code, String body) {
        String parts = upload.parts();
        Answer answer = refused(service, status, code, () -> upload.complete(body));
        assertThat(upload.parts()).isEqualTo(parts);
        assertThat(upload.status().text("state")).isEqualTo("receiving");
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'parts':[]}                                              | 400 | invalid-parameter
                    {'parts':7}                                               | 400 | invalid-field
                    {'parts':['1']}                                           | 400 | invalid-field
                    {'parts':[null]}                                          | 400 | invalid-field
                    {'parts':[{'etag':'0'}]}                                  | 400 | invalid-field
                    {'parts':[{'partNumber':'1'}]}                            | 400 | invalid-field
                    {'parts':[{'partNumber':1},{'partNumber':1}]}             | 400 | invalid-parameter
                    {'parts':[{'partNumber':0}]}                              | 400 | part-number-out-of-range
                    {'parts':[{'partNumber':10001}]}                          | 400 | part-number-out-of-range
                    {'parts':[{'partNumber':2}]}                              | 409 | upload-incomplete
                    {'parts':[{'partNumber':1},{'partNumber':2}]}             | 409 | upload-incomplete
                    {'parts':[{'partNumber':1,'etag':'00'}]}                  | 409 | part-mismatch
                    {'parts':[{'partNumber':1,'checksum':'AAAA'}]}            | 400 | invalid-field
                    {'parts':[{'partNumber':1,'checksum':'AAAAAAAAAAE='}]}    | 409 | part-mismatch
                    {'size':-1}                                               | 400 | invalid-field
                    {'size':'7'}                                              | 400 | invalid-field
                    {'size':7.5}                                              | 400 | invalid-field
                    {'size':8}                                                | 409 | size-mismatch
                    {'size':6}                                                | 409 | size-mismatch
                    {'labels':7}                                              | 400 | invalid-field
                    {'labels':'a\\tb'}                                        | 400 | invalid-field
                    {'externalData':[]}                                       | 400 | invalid-field
                    {'externalData':{'a':1e999}}                              | 400 | invalid-field
                    {'knowledgeFeatures':'no list'}                           | 400 | invalid-field
                    {'knowledgeFeatures':{}}                                  | 400 | invalid-field
                    {'knowledgeFeatures':[{'ids':'a'}]}                       | 400 | invalid-field
                    {'metadata':[]}                                           | 400 | invalid-field
                    {'metadata':7}                                            | 400 | invalid-field
                    {'extraFields':'a'}                                       | 400 | invalid-field
                    {'filename':5}                                            | 400 | invalid-field
                    {'documentVersion':[]}                                    | 400 | invalid-field
                    {'metadata':{'a':1,'a':2}}                                | 400 | invalid-body
                    {'metadata':{'a':'\\ud800'}}                              | 400 | invalid-field
                    {'checksum':'AAAA'}                                       | 400 | invalid-field
                    {'checksum':{'algorithm':'CRC64NVME'}}                    | 400 | invalid-field
                    {'checksum':{'algorithm':'CRC64NVME','value':'AAAA'}}     | 400 | invalid-field
                    {'checksum':{'algorithm':'CRC64NVME','value':'AAAAAAAAAAE='}} | 409 | checksum-mismatch
                    {'checksum':{'algorithm':'MD5','value':'AAAA'}}           | 400 | invalid-field
                    {'checksum':{'algorithm':'SHA512','value':'AAAA'}}        | 400 | unsupported-checksum
                    {'checksum':{'algorithm':'CRC32C','value':'AAAAAA=='}}    | 400 | unsupported-checksum
                    {                                                         | 400 | invalid-body
                    {} {}                                                     | 400 | invalid-body
                    7                                                         | 400 | invalid-body
                    'text'                                                    | 400 | invalid-body
                    null                                                      | 400 | invalid-body
                    """)
    void a_completion_is_refused(String body, int status, String code) {
        refusedAndOpen(seven, status, code, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename", "documentVersion"})
    void texts_are_bounded(String field) {
        String body = "{'%s':'%s'}".formatted(field, "x".repeat(1025));
        refusedAndOpen(seven, 400, "invalid-field", body);
    }

    @Test
    void a_value_nests_at_most_64_levels() {
        String deep = "{'metadata':{'a':" + "[".repeat(65) + "]".repeat(65) + "}}";
        refusedAndOpen(seven, 400, "invalid-body", deep);
    }

    @Test
    void a_body_is_bounded() {
        refusedAndOpen(seven, 413, "body-too-large", " ".repeat(4 * MIB + 1));
    }

    @Test
    void missing_parts_are_named_and_counted() {
        TestUpload upload = intake.begin("gaps.bin", 24 * MIB);
        Answer none = refusedAndOpen(upload, 409, "upload-incomplete", "{}");
        assertThat(none.json().path("missingParts").size()).isEqualTo(3);
        assertThat(none.json().path("missingCount").asInt()).isEqualTo(3);
        upload.send(1, new byte[8 * MIB]);
        upload.send(3, new byte[8 * MIB]);
        Answer gap = refusedAndOpen(upload, 409, "upload-incomplete", "{}");
        assertThat(gap.json().path("missingParts").toString()).isEqualTo("[2]");
    }

    @Test
    void a_part_that_differs_is_named_with_what_was_found() {
        Answer answer =
                refusedAndOpen(
                        seven, 409, "part-mismatch", "{'parts':[{'partNumber':1,'etag':'00'}]}");
        assertThat(answer.json().at("/parts/0/partNumber").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/parts/0/expected").asString()).contains("00");
        assertThat(answer.json().at("/parts/0/found").asString()).hasSizeGreaterThan(30);
    }

    @Test
    void parts_that_are_too_small_are_refused_before_the_storage_is_asked() {
        TestUpload upload = intake.begin("small.bin", 3);
        upload.send("[{'partNumber':1,'size':1}]", new byte[1]);
        assertThat(upload.urls("[2]").code()).isEqualTo("part-number-out-of-range");
        TestIntake own = service.intake();
        Answer begun =
                own.post("/multipart-upload-request", "", "path", "s.bin", "contentType", "a/b");
        var unknown = new TestUpload(own, begun.text("uploadId"), begun.text("s3Key"), begun);
        unknown.send(1, new byte[1]);
        unknown.send(2, new byte[2]);
        refusedAndOpen(
                unknown,
                400,
                "part-too-small",
                "{'parts':[{'partNumber':1},{'partNumber':2}],'size':3}");
    }

    @Test
    void a_file_of_unknown_length_is_held_to_the_intakes_limit_at_completion() {
        TestIntake small =
                service.intake("'active':true,'largeUploadEnabled':true,'maxFileBytes':10");
        Answer begun =
                small.post("/multipart-upload-request", "", "path", "u.bin", "contentType", "a/b");
        var upload = new TestUpload(small, begun.text("uploadId"), begun.text("s3Key"), begun);
        upload.send(1, new byte[11]);
        refusedAndOpen(upload, 400, "size-required", "{}");
        refusedAndOpen(upload, 400, "file-too-large", "{'size':11}");
    }

    @Test
    void another_path_than_announced_is_refused() {
        String parts = seven.parts();
        refused(
                service,
                400,
                "path-mismatch",
                () -> seven.post("/multipart-upload-complete", "", "path", "there.bin"));
        refused(
                service,
                400,
                "invalid-parameter",
                () -> seven.post("/multipart-upload-complete", "", "path", "../there.bin"));
        assertThat(seven.parts()).isEqualTo(parts);
    }

    @Test
    void a_path_that_was_taken_meanwhile_is_refused_and_another_one_is_welcome() {
        TestUpload winner = intake.begin("both.bin", 1);
        TestUpload loser = intake.begin("both.bin", 1);
        winner.send(1, new byte[1]);
        loser.send(1, new byte[1]);
        assertThat(winner.complete("{}").status()).isEqualTo(201);
        refusedAndOpen(loser, 409, "path-taken", "{}");
        Answer saved = loser.post("/multipart-upload-complete", "", "path", "other.bin");
        assertThat(saved.status()).isEqualTo(201);
        assertThat(loser.status().text("path")).isEqualTo("other.bin");
    }

    @Test
    void an_upload_that_is_over_is_closed_and_tells_its_state() {
        TestUpload upload = intake.begin("over.bin", 1);
        upload.send(1, new byte[1]);
        upload.abort();
        Answer answer = refused(service, 409, "upload-closed", () -> upload.complete("{}"));
        assertThat(answer.text("state")).isEqualTo("aborted");
        assertThat(upload.abort().status()).isEqualTo(204);
    }

    @Test
    void a_single_upload_is_completed_with_the_etag_of_its_part() {
        Answer begun =
                intake.post(
                        "/presigned-upload-request",
                        "",
                        "path",
                        "one.bin",
                        "contentType",
                        "a/b",
                        "contentLength",
                        "1");
        String key = begun.text("s3Key");
        refused(service, 409, "upload-incomplete", () -> completeSingle(key, "path", "one.bin"));
        service.put(begun.text("uploadUrl"), new byte[1], Map.of());
        refused(service, 409, "part-mismatch", () -> completeSingle(key, "etag", "\"00\""));
        refused(service, 400, "path-mismatch", () -> completeSingle(key, "path", "two.bin"));
        refused(
                service,
                404,
                "upload-not-found",
                () -> completeSingle(key + "x", "path", "one.bin"));
        refused(
                service,
                404,
                "upload-not-found",
                () -> completeSingle("nonsense", "path", "one.bin"));
        Refusals.refused(intake.post("/presigned-upload-complete", ""), 400, "invalid-parameter");
        assertThat(completeSingle(key, "path", "one.bin").status()).isEqualTo(201);
    }

    private static Answer completeSingle(String key, String name, String value) {
        return intake.post("/presigned-upload-complete", "", "s3Key", key, name, value);
    }
}
