package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.IdempotencyKey;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One key begins one upload.
public abstract class IdempotencyKeyContract extends RepositoryContract {
    private UploadRepository uploads() {
        return repositories().uploads();
    }

    private static IdempotencyKey key(Intake intake) {
        return new IdempotencyKey(intake.id(), "token:1", "first try", "all that was asked");
    }

    private Optional<KeyedUpload> insert(Upload.Receiving upload, IdempotencyKey key) {
        return uploads().insert(upload, Optional.of(key), LEASE);
    }

    @Test
    void a_key_stands_for_the_upload_that_it_began() {
        Intake intake = savedIntake();
        Upload.Receiving first = UploadSamples.announced(intake);
        Upload.Receiving second = UploadSamples.announced(intake);
        var keyed = new KeyedUpload(first.id(), "all that was asked");

        assertThat(uploads().find(key(intake), Samples.NOW)).isEmpty();
        assertThat(insert(first, key(intake))).isEmpty();
        assertThat(insert(second, key(intake))).contains(keyed);

        assertThat(uploads().find(second.id())).isEmpty();
        assertThat(uploads().find(key(intake), Samples.NOW)).contains(keyed);
    }

    @Test
    void the_same_words_of_another_caller_or_intake_are_another_key() {
        Intake intake = savedIntake();
        Intake other = savedIntake();
        IdempotencyKey key = key(intake);
        insert(UploadSamples.announced(intake), key);

        assertThat(
                        insert(
                                UploadSamples.announced(intake),
                                new IdempotencyKey(
                                        intake.id(), "token:2", key.key(), key.fingerprint())))
                .isEmpty();
        assertThat(insert(UploadSamples.announced(other), key(other))).isEmpty();
    }

    @Test
    void of_many_at_once_one_begins() {
        Intake intake = savedIntake();

        List<Optional<KeyedUpload>> ends =
                Race.among(RUNNERS, _ -> insert(UploadSamples.announced(intake), key(intake)));

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(ends.stream().flatMap(Optional::stream).distinct()).hasSize(1);
    }

    @Test
    void after_its_time_a_key_begins_anew() {
        Intake intake = savedIntake();
        Upload.Receiving first = UploadSamples.announced(intake);
        insert(first, key(intake));
        Instant later = Samples.NOW.plus(IdempotencyKey.KEPT);

        assertThat(uploads().find(key(intake), later.minusNanos(1))).isPresent();
        assertThat(uploads().find(key(intake), later)).isEmpty();
        Upload.Receiving second = at(UploadSamples.announced(intake), later);
        assertThat(insert(second, key(intake))).isEmpty();
        assertThat(uploads().find(key(intake), later).map(KeyedUpload::id)).contains(second.id());
    }

    @Test
    void old_keys_are_forgotten() {
        Intake intake = savedIntake();
        insert(UploadSamples.announced(intake), key(intake));
        uploads().forgetKeys(Samples.NOW.plus(IdempotencyKey.KEPT).minusNanos(1));
        assertThat(uploads().find(key(intake), Samples.NOW)).isPresent();

        uploads().forgetKeys(Samples.NOW.plus(IdempotencyKey.KEPT));
        assertThat(uploads().find(key(intake), Samples.NOW)).isEmpty();
    }

    @Test
    void an_upload_that_was_never_opened_frees_its_key() {
        Intake intake = savedIntake();
        Upload.Receiving first = UploadSamples.announced(intake);
        insert(first, key(intake));
        saved(UploadSamples.step(first, new Command.Fail(ProblemCode.STORAGE_UNAVAILABLE)));

        assertThat(insert(UploadSamples.announced(intake), key(intake))).isEmpty();
    }

    @Test
    void one_that_was_opened_keeps_it() {
        Intake intake = savedIntake();
        Upload.Receiving first = UploadSamples.announced(intake);
        insert(first, key(intake));
        saved(UploadSamples.step(saved(UploadSamples.opened(first)), new Command.Abort()));

        assertThat(insert(UploadSamples.announced(intake), key(intake))).isPresent();
    }

    private static Upload.Receiving at(Upload.Receiving upload, Instant createdOn) {
        Announcement a = upload.announcement();
        return new Upload.Receiving(
                new Announcement(
                        a.id(),
                        a.intakeId(),
                        a.storeId(),
                        a.kind(),
                        a.key(),
                        a.path(),
                        a.contentType(),
                        a.length(),
                        a.plan(),
                        a.checksumAlgorithm(),
                        a.checksum(),
                        createdOn,
                        createdOn.plusSeconds(3600)),
                0,
                createdOn,
                Optional.empty(),
                Optional.empty());
    }
}
