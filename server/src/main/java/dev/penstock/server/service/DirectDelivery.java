package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.IdempotencyKey;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.Upload;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A direct upload that is carried out.
final class DirectDelivery implements DirectRequest {
    private final DirectUploads direct;
    private final DirectSteps steps;
    private final Intake intake;
    private final Optional<IdempotencyKey> key;
    private final List<DirectSteps.Received> files = new ArrayList<>();
    private Optional<DirectRepetition> repetition = Optional.empty();

    DirectDelivery(
            DirectUploads direct, DirectSteps steps, Intake intake, Optional<IdempotencyKey> key) {
        this.direct = direct;
        this.steps = steps;
        this.intake = intake;
        this.key = key;
    }

    @Override
    public void take(DocumentPath fileName, String declaredType, InputStream bytes) {
        if (repetition.isPresent()) {
            repetition.get().take(fileName, declaredType, bytes);
            return;
        }
        if (!files.isEmpty() && !intake.takesMultipleFiles()) {
            throw new ProblemException(
                    ProblemCode.MULTIPLE_FILES_NOT_ALLOWED,
                    "This intake takes one file in a direct upload: send one at a time.");
        }
        Upload.Receiving row = steps.announce(intake, fileName, declaredType);
        Optional<KeyedUpload> earlier = steps.enter(row, files.isEmpty() ? key : Optional.empty());
        if (earlier.isPresent()) {
            var repeated = new DirectRepetition(direct, intake, earlier.get());
            repetition = Optional.of(repeated);
            repeated.take(fileName, declaredType, bytes);
            return;
        }
        DirectSteps.Begun begun = steps.hold(row);
        try {
            var file = new DirectFile(bytes, intake.limits().maxFileBytes());
            files.add(steps.send(begun, file));
        } catch (RuntimeException e) {
            steps.end(begun.lease(), new Command.Abort());
            throw e;
        }
    }

    @Override
    public DirectUploads.Result finish(Optional<DocumentPath> path, DocumentFields fields) {
        if (repetition.isPresent()) {
            return repetition.get().finish(path, fields);
        }
        if (files.size() > 1 && (path.isPresent() || fields.filename().isPresent())) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "path and filename are for one file: several go under their own names.");
        }
        List<Upload.Completed> made =
                steps.deliver(
                        intake,
                        files,
                        file -> new CompletionRequest(path.orElse(file.name()), fields, List.of()));
        files.clear();
        return new DirectUploads.Result.Made(direct.families(made));
    }

    /// What did not become a document goes.
    @Override
    public void close() {
        files.forEach(file -> steps.end(file.lease(), new Command.Abort()));
    }
}
