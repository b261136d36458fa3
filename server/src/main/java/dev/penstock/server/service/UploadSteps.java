package dev.penstock.server.service;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.Step;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository;
import java.time.InstantSource;
import java.util.Optional;

/// Takes a step of the table and saves it over the version it came from.
final class UploadSteps {
    private final UploadRepository uploads;
    private final InstantSource clock;
    private final UploadLookup lookup;
    private final Removals removals;
    private final UploadCounters counters;

    UploadSteps(
            UploadRepository uploads,
            InstantSource clock,
            UploadLookup lookup,
            Removals removals,
            UploadCounters counters) {
        this.uploads = uploads;
        this.clock = clock;
        this.lookup = lookup;
        this.removals = removals;
        this.counters = counters;
    }

    /// A step after which nobody works on the upload.
    ///
    /// @return the upload after the step, or as somebody else saved it meanwhile
    /// @throws ProblemException when the table does not have the step
    Upload save(Upload upload, Command command) {
        return step(upload, command).map(next -> saved(upload, next)).orElse(upload);
    }

    /// The same by the holder of a lease, which ends.
    Upload save(Leases.Held lease, Command command) {
        Upload after = save(lease.upload(), command);
        lease.isOver();
        return after;
    }

    /// Bytes go only once their upload's end is saved: where somebody else has saved something else
    /// meanwhile, they may be a document's. What the storage did not open it is not asked about
    /// while a caller waits.
    private Upload saved(Upload before, Upload next) {
        if (uploads.save(next) != UploadRepository.Outcome.SAVED) {
            return again(before);
        }
        counters.countEnd(next);
        if (next.state().leavesBytes() && (next.multipart().isPresent() || next.isDirect())) {
            removals.now(next.announcement().key());
        }
        return next;
    }

    /// A step of a lease's holder, who goes on working.
    ///
    /// @return empty when the lease was lost
    /// @throws ProblemException when the table does not have the step
    Optional<Upload> advance(Leases.Held lease, Command command) {
        Optional<Upload> next = step(lease.upload(), command);
        if (next.isEmpty()) {
            return Optional.of(lease.upload());
        }
        if (uploads.save(next.get(), lease.length()) == UploadRepository.Outcome.SAVED) {
            lease.movesTo(next.get());
            return next;
        }
        lease.isOver();
        return Optional.empty();
    }

    /// Empty: it is already as the command wants it.
    private Optional<Upload> step(Upload upload, Command command) {
        return switch (Transitions.apply(upload, command, clock.instant())) {
            case Step.To(Upload next) -> Optional.of(next);
            case Step.Stay ignored -> Optional.empty();
            case Step.Refused(Problem problem) -> throw problem.asException();
        };
    }

    /// The upload as somebody else has saved it.
    Upload again(Upload upload) {
        return lookup.again(upload);
    }
}
