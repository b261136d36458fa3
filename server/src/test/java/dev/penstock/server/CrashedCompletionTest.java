package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.ChildServer;
import dev.penstock.server.support.GatedStorage;
import dev.penstock.server.support.GatedStorage.Gate;
import dev.penstock.server.support.StorageBehindGate;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A completion that is cut between the service and its storage ends as one document, with what the
/// call that began it said.
@Tag("proof")
class CrashedCompletionTest {
    private static final byte[] FILE = Bytes.of(6 * MIB, 11);
    private static final String SAID =
            "{'metadata':{'case':17},'filename':'scan.bin','documentVersion':'3'}";

    @TempDir Path folder;
    private StorageBehindGate storage;
    private GatedStorage gate;

    @BeforeEach
    void startStorage() {
        storage = StorageBehindGate.in(folder.resolve("s3"));
        gate = storage.gate();
    }

    @AfterEach
    void stopStorage() {
        storage.close();
    }

    private static TestUpload sent(TestIntake intake) {
        TestUpload upload = intake.begin("dir/cut.bin", FILE.length);
        upload.send(1, FILE);
        return upload;
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD_COMPLETION", "HOLD_ANSWER"})
    void a_kill_between_service_and_storage_is_mended_by_the_next_completion(Gate where)
            throws Exception {
        Path data = folder.resolve("service");
        Files.createDirectories(data);
        var killed = ChildServer.start(data, storage.settings());
        TestIntake intake;
        TestUpload upload;
        try (var service = TestService.of(killed);
                var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            intake = service.intake();
            upload = sent(intake);
            gate.set(where);
            var _ = calls.submit(() -> upload.complete(SAID));
            gate.awaitHeld();
            killed.kill();
            gate.drop();
        }
        try (var service = TestService.in(data, storage.settings())) {
            var again = intake.at(service);
            var same = new TestUpload(again, upload.id(), upload.key(), upload.answer());
            assertThat(same.status().text("state")).isEqualTo("completing");
            Answer family = same.complete("");
            assertThat(family.status()).as(family.text()).isEqualTo(201);
            assertWhatWasSaid(service, family);
            assertThat(gate.completions())
                    .as("the storage is asked again only if it was not asked before")
                    .isEqualTo(where == Gate.HOLD_COMPLETION ? 2 : 1);
            assertThat(same.complete("{}").status()).isEqualTo(200);
            assertThat(again.service().state().split("\"originalPath\"", -1)).hasSize(2);
        }
    }

    private static void assertWhatWasSaid(TestService service, Answer family) {
        assertThat(family.json().at("/metadata/case").asInt()).isEqualTo(17);
        assertThat(family.json().at("/contentObjects/0/name").asString()).isEqualTo("scan.bin");
        assertThat(family.json().at("/contentObjects/0/documentVersion").asString()).isEqualTo("3");
        String content = "/api/document-families/%s/content/NATIVE".formatted(family.text("id"));
        String url = service.management("GET", content, "").text("url");
        assertThat(service.get(url).body()).isEqualTo(FILE);
    }

    @Test
    void a_completion_that_takes_long_is_answered_and_goes_on() {
        var settings = storage.settings("PENSTOCK_COMPLETION_WAIT", "PT1S");
        try (var service = TestService.in(folder.resolve("service"), settings)) {
            TestUpload upload = sent(service.intake());
            gate.set(Gate.HOLD_COMPLETION);
            Answer waited = upload.complete(SAID);
            assertInProgress(waited);
            assertInProgress(upload.abort());
            assertThat(upload.urls("[1]").code()).isEqualTo("upload-closed");
            assertThat(upload.status().text("state")).isEqualTo("completing");
            gate.set(Gate.OPEN);
            Answer family = upload.complete("{}");
            assertThat(family.status()).as(family.text()).isIn(200, 201);
            assertWhatWasSaid(service, family);
        }
    }

    private static void assertInProgress(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("completion-in-progress");
        assertThat(answer.header("retry-after")).isNotEmpty();
    }

    @Test
    void a_storage_that_does_not_answer_is_told_and_nothing_is_lost() {
        try (var service = TestService.in(folder.resolve("service"), storage.settings())) {
            TestIntake intake = service.intake();
            TestUpload upload = sent(intake);
            gate.set(Gate.BROKEN);
            for (Answer answer :
                    new Answer[] {
                        intake.request("other.bin", 1), upload.complete(SAID), upload.status()
                    }) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("storage-unavailable");
                assertThat(answer.header("retry-after")).isNotEmpty();
            }
            gate.set(Gate.OPEN);
            assertThat(upload.status().text("state")).isEqualTo("receiving");
            Answer family = upload.complete(SAID);
            assertThat(family.status()).as(family.text()).isEqualTo(201);
            assertWhatWasSaid(service, family);
        }
    }
}
