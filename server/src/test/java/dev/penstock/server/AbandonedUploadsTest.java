package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.BucketContents;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.Eventually;
import dev.penstock.server.support.StorageThatMisbehaves;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import dev.penstock.testkit.misbehaving.Fault;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Operation;
import dev.penstock.testkit.misbehaving.Plan;
import dev.penstock.testkit.misbehaving.Rule;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What nobody ends is ended, and its bytes go.
class AbandonedUploadsTest {
    private static final byte[] FILE = Bytes.of(6 * MIB, 24);

    @TempDir Path folder;
    private MisbehavingStorage storage;
    private BucketContents bucket;
    private TestService service;
    private TestIntake intake;

    @BeforeEach
    void start() {
        storage = MisbehavingStorage.start(Plan.calm());
        bucket = new BucketContents(storage.behind());
        service =
                TestService.in(
                        folder,
                        StorageThatMisbehaves.settings(
                                storage,
                                "PENSTOCK_UPLOAD_TTL",
                                "PT1M",
                                "PENSTOCK_URL_TTL",
                                "PT2S",
                                "PENSTOCK_CLEANUP_INTERVAL",
                                "PT1S"));
        intake = service.intake();
    }

    @AfterEach
    void stop() {
        service.close();
        bucket.close();
        storage.close();
    }

    @Test
    void an_upload_past_its_deadline_is_ended_with_its_parts() {
        TestUpload upload = intake.begin("a.bin", FILE.length);
        upload.send(1, FILE);
        service.clock().advance(Duration.ofSeconds(61));

        assertThat(upload.status().text("state")).as("at once").isEqualTo("expired");
        Eventually.holds(bucket::isEmpty);
    }

    @Test
    void a_storage_that_is_away_is_asked_again() {
        TestUpload upload = intake.begin("a.bin", FILE.length);
        upload.send(1, FILE);
        storage.play(Rule.of(Fault.RESET_BEFORE).on(Operation.ABORT_MULTIPART_UPLOAD).times(5));
        assertThat(upload.abort().status()).isEqualTo(204);
        assertThat(bucket.isEmpty()).isFalse();

        service.clock().advance(Duration.ofMinutes(6));
        Eventually.holds(bucket::isEmpty);
    }

    @Test
    void what_lands_after_the_first_time_goes_with_the_second() {
        TestUpload upload = intake.begin("a.bin", FILE.length);
        upload.send(1, FILE);
        assertThat(upload.abort().status()).isEqualTo(204);
        assertThat(bucket.isEmpty()).as("the first time").isTrue();
        bucket.land(upload.key());

        Eventually.holds(bucket::isEmpty);
    }

    @Test
    void parts_beyond_what_was_announced_end_the_upload() {
        TestUpload upload = intake.begin("a.bin", FILE.length);
        upload.send(1, FILE);
        upload.send(2, FILE);

        Eventually.holds(() -> upload.status().text("state").equals("failed"));

        assertThat(upload.status().text("problem")).isEqualTo("size-mismatch");
        Eventually.holds(bucket::isEmpty);
    }

    @Test
    void the_uploads_of_a_deleted_intake_go() {
        TestUpload upload = intake.begin("a.bin", FILE.length);
        upload.send(1, FILE);
        assertThat(intake.manage("DELETE", "/api/intakes/INTAKE", "").status()).isEqualTo(204);

        Eventually.holds(bucket::isEmpty);
    }

    @Test
    void documents_and_open_uploads_stay() {
        TestUpload done = intake.begin("done.bin", FILE.length);
        done.send(1, FILE);
        Answer family = done.complete("{}");
        TestUpload open = intake.begin("open.bin", FILE.length);
        open.send(1, FILE);
        TestUpload aborted = intake.begin("aborted.bin", FILE.length);
        aborted.send(1, FILE);
        aborted.abort();

        Eventually.passes(5_000);

        assertThat(bucket.objects().stream().filter(key -> !key.startsWith("containers/")))
                .containsExactly(done.key());
        assertThat(open.complete("{}").status()).isEqualTo(201);
        String content = "/api/document-families/%s/content/NATIVE".formatted(family.text("id"));
        assertThat(service.get(service.management("GET", content, "").text("url")).body())
                .isEqualTo(FILE);
    }
}
