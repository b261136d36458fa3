package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.Eventually;
import dev.penstock.server.support.StorageThatMisbehaves;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import dev.penstock.testkit.misbehaving.Fault;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Operation;
import dev.penstock.testkit.misbehaving.Plan;
import dev.penstock.testkit.misbehaving.Rule;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `Prefer: respond-async` (RFC 7240): the call ends when the completion is certain to end.
class RespondAsyncTest {
    private static final byte[] FILE = Bytes.of(6 * MIB, 21);

    @TempDir Path folder;
    private MisbehavingStorage storage;
    private TestService service;
    private TestUpload upload;

    @BeforeEach
    void start() {
        storage = MisbehavingStorage.start(Plan.calm());
        service =
                TestService.in(
                        folder, StorageThatMisbehaves.settings(storage, "PENSTOCK_LEASE", "PT2S"));
        upload = service.intake().begin("a.bin", FILE.length);
    }

    @AfterEach
    void stop() {
        service.close();
        storage.close();
    }

    private Answer complete(String prefer) {
        return service.call(
                "POST",
                upload.intake().path()
                        + "/multipart-upload-complete"
                        + TestService.query("uploadId", upload.id(), "s3Key", upload.key()),
                Map.of("x-api-key", upload.intake().token(), "Prefer", prefer),
                "");
    }

    @Test
    void it_is_answered_before_the_storage_has_and_ends_by_itself() {
        upload.send(1, FILE);
        storage.play(
                Rule.of(Fault.SLOW_FIRST_BYTE)
                        .on(Operation.COMPLETE_MULTIPART_UPLOAD)
                        .millis(1500));
        Answer answer = complete("wait=1, Respond-Async; foo=bar");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.text("state")).isEqualTo("completing");
        assertThat(answer.header("preference-applied")).isEqualTo("respond-async");
        assertThat(answer.header("location"))
                .isEqualTo(upload.intake().path() + "/uploads/" + upload.id());
        Eventually.holds(() -> upload.status().text("state").equals("completed"));
        assertThat(complete("respond-async").status()).isEqualTo(200);
    }

    @Test
    void what_can_be_refused_at_once_is() {
        Answer answer = complete("respond-async");
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("upload-incomplete");
        assertThat(upload.status().text("state")).isEqualTo("receiving");
    }

    @Test
    void why_it_came_back_is_told_by_the_upload() {
        upload.send(1, FILE);
        storage.play(Rule.of(Fault.INVALID_PART).always());
        assertThat(complete("respond-async").status()).isEqualTo(202);

        Eventually.holds(() -> upload.status().text("state").equals("receiving"));
        assertThat(upload.status().text("problem")).isEqualTo("part-mismatch");
        storage.calm();
        assertThat(upload.complete("{}").status()).isEqualTo(201);
    }

    @Test
    void another_preference_holds_the_call() {
        upload.send(1, FILE);
        assertThat(complete("return=minimal").status()).isEqualTo(201);
    }
}
