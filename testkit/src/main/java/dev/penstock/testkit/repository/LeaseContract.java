package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.upload.UploadRepository.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who works on an upload has it for itself, for a time: [UploadRepository#take] and its like.
public abstract class LeaseContract extends RepositoryContract {
    private static final Duration NO_TIME = Duration.ZERO;

    private UploadRepository uploads() {
        return repositories().uploads();
    }

    /// A completing upload whose lease lasts.
    private Upload attended() {
        return attended(LEASE);
    }

    private Upload attended(Duration lease) {
        Upload opened =
                saved(UploadSamples.opened(inserted(UploadSamples.announced(savedIntake()))));
        Upload completing = UploadSamples.completing(opened);
        assertThat(uploads().save(completing, lease)).isEqualTo(Outcome.SAVED);
        return completing;
    }

    private boolean isUnattended(Upload upload) {
        List<UploadId> all = uploads().unattended(Integer.MAX_VALUE);
        return all.contains(upload.id());
    }

    @Test
    void while_a_lease_lasts_nobody_else_gets_one() {
        Upload upload = attended();

        assertThat(uploads().take(upload, LEASE)).isEmpty();
        assertThat(isUnattended(upload)).isFalse();
        assertThat(uploads().find(upload.id())).contains(upload);
    }

    @Test
    void a_lease_that_ended_is_taken_and_what_the_former_holder_saves_is_stale() {
        Upload upload = attended(NO_TIME);

        assertThat(isUnattended(upload)).isTrue();
        Upload taken = uploads().take(upload, LEASE).orElseThrow();

        assertThat(taken.version()).isEqualTo(upload.version() + 1);
        assertThat(taken.state()).isEqualTo(upload.state());
        assertThat(isUnattended(upload)).isFalse();
        assertThat(uploads().save(UploadSamples.stored(upload), LEASE)).isEqualTo(Outcome.STALE);
        assertThat(uploads().save(UploadSamples.stored(taken), LEASE)).isEqualTo(Outcome.SAVED);
    }

    @Test
    void of_many_that_take_at_once_one_does() {
        Upload upload = attended(NO_TIME);

        List<Optional<Upload>> takers = Race.among(RUNNERS, _ -> uploads().take(upload, LEASE));

        assertThat(takers).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void a_lease_is_renewed_by_who_has_it() {
        Upload upload = attended(NO_TIME);

        assertThat(uploads().renew(upload, LEASE)).isTrue();
        assertThat(isUnattended(upload)).isFalse();
        assertThat(uploads().take(upload, LEASE)).isEmpty();
    }

    @Test
    void a_lease_that_was_lost_is_not_renewed() {
        Upload upload = attended(NO_TIME);
        Upload taken = uploads().take(upload, NO_TIME).orElseThrow();

        assertThat(uploads().renew(upload, LEASE)).isFalse();
        assertThat(isUnattended(taken)).isTrue();
    }

    @Test
    void what_is_released_may_be_taken_at_once() {
        Upload upload = attended();
        uploads().release(upload);

        assertThat(isUnattended(upload)).isTrue();
        assertThat(uploads().take(upload, LEASE)).isPresent();
    }

    @Test
    void a_completion_that_nobody_attends_is_found() {
        Upload upload = savedCompleting(savedIntake());

        assertThat(isUnattended(upload)).isTrue();
        assertThat(uploads().take(upload, LEASE)).isPresent();
    }

    @Test
    void an_end_ends_the_lease() {
        Upload upload = attended();
        Upload given =
                saved(UploadSamples.step(upload, new Command.GiveBack(ProblemCode.PART_MISMATCH)));

        assertThat(isUnattended(given)).isFalse();
        assertThat(uploads().renew(given, LEASE)).isFalse();
    }

    @Test
    void a_stored_upload_may_wait_for_nobody() {
        Upload stored = savedStored(savedIntake());

        assertThat(isUnattended(stored)).isFalse();
        assertThat(uploads().take(stored, LEASE)).isPresent();
    }

    @Test
    void an_upload_that_the_storage_never_opened_is_found() {
        Upload.Receiving upload = UploadSamples.announced(savedIntake());
        uploads().insert(upload, Optional.empty(), NO_TIME);

        assertThat(isUnattended(upload)).isTrue();
        saved(UploadSamples.opened(upload));
        assertThat(isUnattended(upload)).isFalse();
    }
}
