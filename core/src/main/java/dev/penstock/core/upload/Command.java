package dev.penstock.core.upload;

import dev.penstock.core.document.FamilyId;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.problem.ProblemCode;

/// What can be asked of an upload.
public sealed interface Command {
    /// The storage has opened the multipart upload.
    record Open(MultipartId multipart) implements Command {}

    /// Part URLs are wanted.
    record SignParts() implements Command {}

    /// The parts are verified: the storage may be asked to join them.
    record BeginCompletion(CompletionRequest request, VerifiedParts verified) implements Command {}

    /// The storage refused definitely and still holds the parts: more may come in.
    ///
    /// @param cause what is wrong with them
    record GiveBack(ProblemCode cause) implements Command {}

    /// The object is there, whole and as verified.
    record ConfirmStored(StoredObject object) implements Command {}

    /// A completion is repeated with other fields while there is no document yet.
    record Restate(CompletionRequest request) implements Command {}

    /// The document is made.
    record Finish(FamilyId family) implements Command {}

    /// The service itself has sent the bytes on, and the document is made.
    record Deliver(CompletionRequest request, StoredObject object, int partCount, FamilyId family)
            implements Command {}

    /// The content is not wanted.
    record Reject(ProblemCode cause) implements Command {}

    /// The bytes are lost or wrong beyond repair.
    record Fail(ProblemCode cause) implements Command {}

    /// The caller gives up.
    record Abort() implements Command {}

    /// The deadline has passed.
    record Expire() implements Command {}
}
