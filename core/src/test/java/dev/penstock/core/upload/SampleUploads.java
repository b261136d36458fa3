package dev.penstock.core.upload;

import dev.penstock.core.document.FamilyId;
import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One upload in each state, and one command of each kind.
final class SampleUploads {
    static final Announcement ANNOUNCEMENT = Announcements.multipart(ByteCount.mebibytes(24));
    static final Instant CHANGED = Announcements.CREATED.plus(Duration.ofHours(1));
    static final long VERSION = 7;
    static final Optional<MultipartId> MULTIPART = Optional.of(new MultipartId("m-1"));
    static final FamilyId FAMILY = new FamilyId(new UUID(1, 9));
    static final CompletionRequest REQUEST = CompletionRequest.plain(Announcements.PATH);
    static final StoredObject OBJECT =
            new StoredObject(ByteCount.mebibytes(24), new ETag("e-3"), Optional.empty());
    static final VerifiedParts VERIFIED =
            new VerifiedParts(
                    Parts.heldFrom(1, 3, 8),
                    ByteCount.mebibytes(24),
                    Verification.ETAG,
                    Optional.empty());

    private static final Map<String, Command> COMMANDS =
            Map.ofEntries(
                    Map.entry("Open", new Command.Open(new MultipartId("m-1"))),
                    Map.entry("SignParts", new Command.SignParts()),
                    Map.entry("BeginCompletion", new Command.BeginCompletion(REQUEST, VERIFIED)),
                    Map.entry("GiveBack", new Command.GiveBack(ProblemCode.PART_MISMATCH)),
                    Map.entry("ConfirmStored", new Command.ConfirmStored(OBJECT)),
                    Map.entry("Restate", new Command.Restate(REQUEST)),
                    Map.entry("Finish", new Command.Finish(FAMILY)),
                    Map.entry("Deliver", new Command.Deliver(REQUEST, OBJECT, 3, FAMILY)),
                    Map.entry("Reject", new Command.Reject(ProblemCode.SCRIPT_REJECTED)),
                    Map.entry("Fail", new Command.Fail(ProblemCode.UPLOAD_LOST)),
                    Map.entry("Abort", new Command.Abort()),
                    Map.entry("Expire", new Command.Expire()));

    private SampleUploads() {}

    static Command command(String name) {
        return Optional.ofNullable(COMMANDS.get(name)).orElseThrow();
    }

    static List<Upload> all() {
        return Arrays.stream(UploadState.values()).map(SampleUploads::in).toList();
    }

    static Upload.Receiving unopened() {
        return new Upload.Receiving(
                ANNOUNCEMENT, VERSION, CHANGED, Optional.empty(), Optional.empty());
    }

    static Upload.Receiving direct() {
        return new Upload.Receiving(
                Announcements.direct(), VERSION, CHANGED, Optional.empty(), Optional.empty());
    }

    static Upload in(UploadState state) {
        return switch (state) {
            case RECEIVING ->
                    new Upload.Receiving(
                            ANNOUNCEMENT, VERSION, CHANGED, MULTIPART, Optional.empty());
            case COMPLETING ->
                    new Upload.Completing(
                            ANNOUNCEMENT,
                            VERSION,
                            CHANGED,
                            MULTIPART.orElseThrow(),
                            Optional.empty(),
                            REQUEST,
                            VERIFIED);
            case STORED ->
                    new Upload.Stored(
                            ANNOUNCEMENT,
                            VERSION,
                            CHANGED,
                            MULTIPART,
                            REQUEST,
                            OBJECT,
                            3,
                            Verification.ETAG);
            case COMPLETED ->
                    new Upload.Completed(
                            ANNOUNCEMENT, VERSION, CHANGED, MULTIPART, REQUEST, OBJECT, 3, FAMILY);
            case REJECTED ->
                    new Upload.Rejected(
                            ANNOUNCEMENT, VERSION, CHANGED, MULTIPART, ProblemCode.SCRIPT_REJECTED);
            case FAILED ->
                    new Upload.Failed(
                            ANNOUNCEMENT, VERSION, CHANGED, MULTIPART, ProblemCode.UPLOAD_LOST);
            case ABORTED -> new Upload.Aborted(ANNOUNCEMENT, VERSION, CHANGED, MULTIPART);
            case EXPIRED -> new Upload.Expired(ANNOUNCEMENT, VERSION, CHANGED, MULTIPART);
        };
    }
}
