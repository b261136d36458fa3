package dev.penstock.server.service;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.Step;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository;
import java.time.InstantSource;

/// Takes a step of the table and saves it over the version it came from.
final class UploadSteps {
    private final UploadRepository uploads;
    private final InstantSource clock;
    private final UploadLookup lookup;
    private final UploadCounters counters;

    UploadSteps(UploadRepository uploads, InstantSource clock, UploadCounters counters) {
        this.uploads = uploads;
        this.clock = clock;
        this.lookup = new UploadLookup(uploads, clock);
        this.counters = counters;
    }

    /// @return the upload after the step, or as somebody else saved it meanwhile
    /// @throws ProblemException when the table does not have the step
    Upload save(Upload upload, Command command) {
        return switch (Transitions.apply(upload, command, clock.instant())) {
            case Step.To(Upload next) -> save(upload, next);
            case Step.Stay(Upload same) -> same;
            case Step.Refused(Problem problem) -> throw problem.asException();
        };
    }

    private Upload save(Upload before, Upload next) {
        if (uploads.save(next) != UploadRepository.Outcome.SAVED) {
            return lookup.again(before);
        }
        if (next instanceof Upload.Failed) {
            counters.count(next, UploadCounters.Outcome.FAILED);
        }
        return next;
    }
}
