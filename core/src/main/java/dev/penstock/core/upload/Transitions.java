package dev.penstock.core.upload;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Upload.Aborted;
import dev.penstock.core.upload.Upload.Completed;
import dev.penstock.core.upload.Upload.Completing;
import dev.penstock.core.upload.Upload.Expired;
import dev.penstock.core.upload.Upload.Failed;
import dev.penstock.core.upload.Upload.Receiving;
import dev.penstock.core.upload.Upload.Rejected;
import dev.penstock.core.upload.Upload.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The table of states and steps. Pure.
///
/// | | receiving | completing | stored | completed | rejected, failed | aborted | expired |
/// |---|---|---|---|---|---|---|---|
/// | Open | receiving, stay | closed | closed | closed | closed | closed | closed |
/// | SignParts | stay | closed | closed | closed | closed | closed | closed |
/// | BeginCompletion | completing | in progress | closed | closed | closed | closed | closed |
/// | GiveBack | stay | receiving | closed | closed | closed | closed | closed |
/// | ConfirmStored | closed | stored | stay | closed | closed | closed | closed |
/// | Restate | closed | in progress | stored | closed | closed | closed | closed |
/// | Finish | closed | closed | completed | stay | closed | closed | closed |
/// | Deliver | closed | closed | closed | closed | closed | closed | closed |
/// | Reject | closed | closed | rejected | closed | closed | closed | closed |
/// | Fail | failed | failed | failed | closed | closed | closed | closed |
/// | Abort | aborted | in progress | aborted | closed | stay | stay | stay |
/// | Expire | expired | stay | expired | stay | stay | stay | stay |
///
/// *closed* is `upload-closed`, *in progress* is `completion-in-progress`. An upload is opened
/// once: the same multipart id again changes nothing, and another one is *closed*, so that whoever
/// opened it too aborts the stray. While the storage has not opened it, SignParts and
/// BeginCompletion are `storage-unavailable`. A direct upload is completed by Deliver, and can be
/// rejected, while it is receiving.
public final class Transitions {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private Transitions() {}

    /// The upload as it stands at this moment: the deadline binds at once, not when somebody comes
    /// to save it. While `completing` the storage may already have joined the parts, so the
    /// deadline waits.
    ///
    /// @return the upload itself, or what it became at its deadline and not yet saved
    public static Upload asOf(Upload upload, Instant now) {
        Instant deadline = upload.announcement().deadline();
        if (now.isBefore(deadline)) {
            return upload;
        }
        Instant began = deadline.isAfter(upload.changedOn()) ? deadline : upload.changedOn();
        return apply(upload, new Command.Expire(), began) instanceof Step.To(Upload expired)
                ? expired
                : upload;
    }

    /// @param now when the new state begins
    public static Step apply(Upload upload, Command command, Instant now) {
        return switch (upload) {
            case Receiving receiving -> receiving(receiving, command, now);
            case Completing completing -> completing(completing, command, now);
            case Stored stored -> stored(stored, command, now);
            case Completed completed -> completed(completed, command);
            case Rejected rejected -> ended(rejected, command, Optional.of(rejected.cause()));
            case Failed failed -> ended(failed, command, Optional.of(failed.cause()));
            case Aborted aborted -> ended(aborted, command, Optional.empty());
            case Expired expired -> ended(expired, command, Optional.empty());
        };
    }

    private static Step receiving(Receiving u, Command command, Instant now) {
        return switch (command) {
            case Command.Open(var multipart) -> open(u, Optional.of(multipart), now);
            case Command.SignParts() -> opened(u);
            case Command.GiveBack ignored -> new Step.Stay(u);
            case Command.BeginCompletion begin -> begin(u, begin, now);
            case Command.Fail(var cause) -> new Step.To(failed(u, cause, now));
            case Command.Abort() -> new Step.To(aborted(u, now));
            case Command.Expire() -> new Step.To(expired(u, now));
            case Command.ConfirmStored ignored -> closed(u, Optional.empty());
            case Command.Restate ignored -> closed(u, Optional.empty());
            case Command.Finish ignored -> closed(u, Optional.empty());
            case Command.Deliver delivery -> deliver(u, delivery, now);
            case Command.Reject(var cause) ->
                    u.isDirect()
                            ? new Step.To(rejected(u, cause, now))
                            : closed(u, Optional.empty());
        };
    }

    private static Step deliver(Receiving u, Command.Deliver delivery, Instant now) {
        if (!u.isDirect()) {
            return closed(u, Optional.empty());
        }
        return new Step.To(
                new Completed(
                        u.announcement(),
                        u.version() + 1,
                        now,
                        u.multipart(),
                        delivery.request(),
                        delivery.object(),
                        delivery.partCount(),
                        delivery.family()));
    }

    private static Step open(Receiving u, Optional<MultipartId> multipart, Instant now) {
        if (u.multipart().isEmpty()) {
            return new Step.To(
                    new Receiving(
                            u.announcement(), u.version() + 1, now, multipart, Optional.empty()));
        }
        return u.multipart().equals(multipart) ? new Step.Stay(u) : closed(u, Optional.empty());
    }

    private static Step opened(Receiving u) {
        return u.multipart().isPresent() ? new Step.Stay(u) : neverOpened();
    }

    private static Step begin(Receiving u, Command.BeginCompletion begin, Instant now) {
        if (u.multipart().isEmpty()) {
            return neverOpened();
        }
        return new Step.To(
                new Completing(
                        u.announcement(),
                        u.version() + 1,
                        now,
                        u.multipart().get(),
                        u.refusal(),
                        begin.request(),
                        begin.verified()));
    }

    private static Step completing(Completing u, Command command, Instant now) {
        return switch (command) {
            case Command.GiveBack(var cause) ->
                    new Step.To(
                            new Receiving(
                                    u.announcement(),
                                    u.version() + 1,
                                    now,
                                    u.multipart(),
                                    Optional.of(cause)));
            case Command.ConfirmStored(var object) ->
                    new Step.To(
                            new Stored(
                                    u.announcement(),
                                    u.version() + 1,
                                    now,
                                    u.multipart(),
                                    u.request(),
                                    object,
                                    u.verified().parts().size(),
                                    u.verified().verification()));
            case Command.Fail(var cause) -> new Step.To(failed(u, cause, now));
            case Command.BeginCompletion ignored -> inProgress();
            case Command.Restate ignored -> inProgress();
            case Command.Abort() -> inProgress();
            case Command.Expire() -> new Step.Stay(u);
            case Command.Open ignored -> closed(u, Optional.empty());
            case Command.SignParts() -> closed(u, Optional.empty());
            case Command.Finish ignored -> closed(u, Optional.empty());
            case Command.Deliver ignored -> closed(u, Optional.empty());
            case Command.Reject ignored -> closed(u, Optional.empty());
        };
    }

    private static Step stored(Stored u, Command command, Instant now) {
        return switch (command) {
            case Command.ConfirmStored ignored -> new Step.Stay(u);
            case Command.Restate(var request) -> new Step.To(restated(u, request, now));
            case Command.Finish(var family) ->
                    new Step.To(
                            new Completed(
                                    u.announcement(),
                                    u.version() + 1,
                                    now,
                                    u.multipart(),
                                    u.request(),
                                    u.object(),
                                    u.partCount(),
                                    family));
            case Command.Reject(var cause) -> new Step.To(rejected(u, cause, now));
            case Command.Deliver ignored -> closed(u, Optional.empty());
            case Command.Fail(var cause) -> new Step.To(failed(u, cause, now));
            case Command.Abort() -> new Step.To(aborted(u, now));
            case Command.Expire() -> new Step.To(expired(u, now));
            case Command.Open ignored -> closed(u, Optional.empty());
            case Command.SignParts() -> closed(u, Optional.empty());
            case Command.BeginCompletion ignored -> closed(u, Optional.empty());
            case Command.GiveBack ignored -> closed(u, Optional.empty());
        };
    }

    private static Stored restated(Stored u, CompletionRequest request, Instant now) {
        return new Stored(
                u.announcement(),
                u.version() + 1,
                now,
                u.multipart(),
                request,
                u.object(),
                u.partCount(),
                u.verification());
    }

    private static Step completed(Completed u, Command command) {
        return switch (command) {
            case Command.Finish ignored -> new Step.Stay(u);
            case Command.Expire() -> new Step.Stay(u);
            case Command.Open ignored -> closed(u, Optional.empty());
            case Command.SignParts() -> closed(u, Optional.empty());
            case Command.BeginCompletion ignored -> closed(u, Optional.empty());
            case Command.GiveBack ignored -> closed(u, Optional.empty());
            case Command.ConfirmStored ignored -> closed(u, Optional.empty());
            case Command.Restate ignored -> closed(u, Optional.empty());
            case Command.Deliver ignored -> closed(u, Optional.empty());
            case Command.Reject ignored -> closed(u, Optional.empty());
            case Command.Fail ignored -> closed(u, Optional.empty());
            case Command.Abort() -> closed(u, Optional.empty());
        };
    }

    private static Step ended(Upload u, Command command, Optional<ProblemCode> cause) {
        return switch (command) {
            case Command.Abort() -> new Step.Stay(u);
            case Command.Expire() -> new Step.Stay(u);
            case Command.Open ignored -> closed(u, cause);
            case Command.SignParts() -> closed(u, cause);
            case Command.BeginCompletion ignored -> closed(u, cause);
            case Command.GiveBack ignored -> closed(u, cause);
            case Command.ConfirmStored ignored -> closed(u, cause);
            case Command.Restate ignored -> closed(u, cause);
            case Command.Finish ignored -> closed(u, cause);
            case Command.Deliver ignored -> closed(u, cause);
            case Command.Reject ignored -> closed(u, cause);
            case Command.Fail ignored -> closed(u, cause);
        };
    }

    private static Rejected rejected(Upload u, ProblemCode cause, Instant now) {
        return new Rejected(u.announcement(), u.version() + 1, now, u.multipart(), cause);
    }

    private static Failed failed(Upload u, ProblemCode cause, Instant now) {
        return new Failed(u.announcement(), u.version() + 1, now, u.multipart(), cause);
    }

    private static Aborted aborted(Upload u, Instant now) {
        return new Aborted(u.announcement(), u.version() + 1, now, u.multipart());
    }

    private static Expired expired(Upload u, Instant now) {
        return new Expired(u.announcement(), u.version() + 1, now, u.multipart());
    }

    private static Step closed(Upload u, Optional<ProblemCode> cause) {
        return new Step.Refused(
                new Problem.UploadClosed(closedDetail(u.state()), u.state().text(), cause));
    }

    private static String closedDetail(UploadState state) {
        return state.isOpen()
                ? "The upload is %s, where this cannot be done.".formatted(state)
                : "The upload is %s: begin a new one.".formatted(state);
    }

    private static Step inProgress() {
        return new Step.Refused(
                new Problem.Later(
                        ProblemCode.COMPLETION_IN_PROGRESS,
                        "The upload is being completed: repeat the completion to learn how it ended.",
                        ASK_AGAIN));
    }

    private static Step neverOpened() {
        return new Step.Refused(
                new Problem.Later(
                        ProblemCode.STORAGE_UNAVAILABLE,
                        "The storage has not opened this upload: request a new one.",
                        ASK_AGAIN));
    }
}
