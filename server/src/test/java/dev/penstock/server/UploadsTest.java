package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Uploads over real sockets, from the request to the document, where the fixtures do not go.
class UploadsTest {
    private static TestService service;
    private TestIntake intake;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void makeIntake() {
        intake = service.intake();
    }

    @Test
    void of_fifty_concurrent_completions_one_makes_the_document() throws Exception {
        TestUpload upload = intake.begin("a.bin", 6 * MIB);
        upload.send(1, Bytes.of(6 * MIB, 1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 50)
                            .<Callable<Answer>>mapToObj(i -> () -> upload.complete("{}"))
                            .toList();
            var answers = threads.invokeAll(calls).stream().map(f -> f.resultNow()).toList();
            assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
            assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(49);
            assertThat(answers)
                    .extracting(a -> a.text("id"))
                    .containsOnly(answers.getFirst().text("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parts",
                "size",
                "checksum",
                "metadata",
                "extraFields",
                "filename",
                "documentVersion",
                "externalData",
                "labels",
                "statusId",
                "knowledgeFeatures"
            })
    void a_member_that_is_null_is_as_good_as_none(String member) {
        TestUpload upload = intake.begin("a.bin", 1);
        upload.send(1, new byte[1]);
        Answer answer = upload.complete("{'%s':null}".formatted(member));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("warnings").size()).isEqualTo(1);
        assertThat(answer.json().path("warnings").path(0).path("code").asString())
                .isEqualTo("checksum-not-verified");
    }

    @Test
    void of_many_uploads_to_one_path_one_wins_and_another_path_saves_the_rest() throws Exception {
        var uploads = IntStream.range(0, 8).mapToObj(i -> intake.begin("same.bin", 1)).toList();
        uploads.forEach(u -> u.send(1, new byte[1]));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    uploads.stream().<Callable<Answer>>map(u -> () -> u.complete("{}")).toList();
            var answers = threads.invokeAll(calls).stream().map(f -> f.resultNow()).toList();
            assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(a -> a.status() != 201)
                    .hasSize(7)
                    .allSatisfy(a -> assertThat(a.code()).isEqualTo("path-taken"));
            int loser = answers.getFirst().status() == 201 ? 1 : 0;
            TestUpload other = uploads.get(loser);
            Answer saved =
                    intake.post(
                            "/multipart-upload-complete",
                            "",
                            "uploadId",
                            other.id(),
                            "s3Key",
                            other.key(),
                            "path",
                            "other.bin");
            assertThat(saved.status()).isEqualTo(201);
            assertThat(saved.text("path")).isEqualTo("other.bin");
        }
    }

    @Test
    void a_part_of_a_stated_size_takes_no_other() {
        TestUpload upload = intake.begin("sized.bin", 12 * MIB);
        Answer longer = upload.send("[{'partNumber':1,'size':10}]", new byte[11]);
        assertThat(longer.status()).isEqualTo(403);
        Answer right = upload.send("[{'partNumber':1,'size':10}]", new byte[10]);
        assertThat(right.status()).isEqualTo(200);
    }

    @Test
    void wrong_bytes_are_refused_by_the_storage_when_a_checksum_is_in_force() {
        TestUpload upload = intake.begin("crc.bin", 10, "checksumAlgorithm", "auto");
        assertThat(upload.answer().text("checksumAlgorithm")).isEqualTo("CRC64NVME");
        Answer wrong =
                upload.send("[{'partNumber':1,'size':10,'checksum':'AAAAAAAAAAE='}]", new byte[10]);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(upload.status().json().path("receivedParts").asInt()).isZero();
    }

    @Test
    void an_intake_takes_no_more_open_uploads_than_it_may() {
        intake.set("'maxOpenUploads':2");
        TestUpload first = intake.begin("1.bin", 1);
        intake.begin("2.bin", 1);
        Answer refused = intake.request("3.bin", 1);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("quota-exceeded");
        assertThat(refused.header("retry-after")).isNotEmpty();
        first.abort();
        assertThat(intake.request("3.bin", 1).status()).isEqualTo(200);
    }

    @Test
    void switching_large_uploads_off_stops_open_uploads_until_they_are_on_again() {
        TestUpload upload = intake.begin("switch.bin", 1);
        upload.send(1, new byte[1]);
        intake.set("'largeUploadEnabled':false");
        assertThat(upload.complete("{}").code()).isEqualTo("large-uploads-disabled");
        assertThat(upload.urls("[1]").status()).isEqualTo(403);
        intake.set("'largeUploadEnabled':true");
        assertThat(upload.complete("{}").status()).isEqualTo(201);
    }

    @Test
    void an_intake_that_demands_sizes_and_checksums_gets_them() {
        intake.set("'requireDeclaredParts':true,'requireChecksums':true");
        assertThat(intake.request("d.bin", 1).code()).isEqualTo("checksum-required");
        TestUpload upload = intake.begin("d.bin", 1, "checksumAlgorithm", "CRC32C");
        assertThat(upload.urls("[1]").code()).isEqualTo("size-required");
        assertThat(upload.urls("[{'partNumber':1,'size':1}]").code())
                .isEqualTo("checksum-required");
    }

    @Test
    void a_whole_file_checksum_is_held_against_the_joined_parts() {
        byte[] file = Bytes.of(6 * MIB, 7);
        TestUpload upload = intake.begin("whole.bin", 6 * MIB);
        upload.send(1, Arrays.copyOfRange(file, 0, 5 * MIB));
        upload.send(2, java.util.Arrays.copyOfRange(file, 5 * MIB, 6 * MIB));
        Answer wrong =
                upload.complete("{'checksum':{'algorithm':'CRC64NVME','value':'AAAAAAAAAAE='}}");
        assertThat(wrong.code()).isEqualTo("checksum-mismatch");
        assertThat(upload.status().text("state")).isEqualTo("receiving");
        Answer right = upload.complete("{}");
        assertThat(right.json().at("/contentObjects/0/verified").asString()).isEqualTo("size");
        assertThat(right.json().at("/warnings/0/code").asString())
                .isEqualTo("checksum-not-verified");
    }

    @Test
    void a_file_of_unknown_length_needs_its_size_or_a_list() {
        Answer begun =
                intake.post(
                        "/multipart-upload-request",
                        "",
                        "path",
                        "stream.bin",
                        "contentType",
                        "a/b");
        assertThat(begun.json().path("partGrowthEvery").asInt()).isEqualTo(1000);
        var upload = new TestUpload(intake, begun.text("uploadId"), begun.text("s3Key"), begun);
        upload.send(1, new byte[7]);
        assertThat(upload.complete("{}").code()).isEqualTo("size-required");
        assertThat(upload.complete("{'size':8}").code()).isIn("size-mismatch", "upload-incomplete");
        assertThat(upload.complete("{'size':7}").status()).isEqualTo(201);
    }

    @Test
    void a_listed_document_is_read_back_through_its_url() {
        byte[] file = Bytes.of(100, 3);
        TestUpload upload = intake.begin("dir/ü 1.txt", 100);
        upload.send(1, file);
        String family = upload.complete("{'metadata':{'a':1.50,'n':null}}").text("id");
        Answer content =
                service.management(
                        "GET", "/api/document-families/%s/content/NATIVE".formatted(family), "");
        Answer read = service.get(content.text("url"));
        assertThat(read.body()).isEqualTo(file);
        assertThat(read.header("content-disposition")).startsWith("attachment").contains("%C3%BC");
        assertThat(upload.status().json().path("receivedBytes").asInt()).isEqualTo(100);
        assertThat(upload.status().text("documentFamilyId")).isEqualTo(family);
    }

    @Test
    void a_redirect_to_the_content_is_only_for_bearers() {
        TestUpload upload = intake.begin("r.bin", 1);
        upload.send(1, new byte[1]);
        String path =
                "/api/document-families/%s/content/NATIVE?redirect=true"
                        .formatted(upload.complete("{}").text("id"));
        Map<String, String> bearer = new HashMap<>();
        bearer.put("Authorization", "Bearer " + TestService.ADMIN);
        Answer redirected = service.call("GET", path, bearer, "");
        assertThat(redirected.status()).isEqualTo(302);
        assertThat(redirected.header("content-type")).isEmpty();
        assertThat(service.get(redirected.header("location")).body()).hasSize(1);
        assertThat(service.management("GET", path, "").code()).isEqualTo("invalid-parameter");
        assertThat(service.management("GET", path + "!", "").code()).isEqualTo("invalid-parameter");
    }

    @Test
    void a_completed_upload_is_not_aborted() {
        TestUpload upload = intake.begin("done.bin", 1);
        upload.send(1, new byte[1]);
        String url = upload.urls("[1]").json().at("/parts/0/uploadUrl").asString();
        upload.complete("{}");
        assertThat(upload.abort().code()).isEqualTo("upload-closed");
        assertThat(service.put(url, new byte[1], Map.of()).status()).isEqualTo(404);
    }

    @Test
    void deleting_an_intake_ends_its_tokens_and_open_uploads_and_frees_its_slug() {
        TestUpload upload = intake.begin("gone.bin", 1);
        String url = upload.urls("[1]").json().at("/parts/0/uploadUrl").asString();
        assertThat(service.management("DELETE", "/api/intakes/" + intake.id(), "").status())
                .isEqualTo(204);
        assertThat(upload.status().code()).isEqualTo("unauthenticated");
        assertThat(service.put(url, new byte[1], Map.of()).status()).isEqualTo(404);
        Answer again =
                service.management(
                        "POST",
                        "/api/intakes",
                        "{'slug':'large-files','name':'Again','store':{'ref':'%s/inbox'}}"
                                .formatted(intake.organization()));
        assertThat(again.status()).isEqualTo(201);
    }
}
