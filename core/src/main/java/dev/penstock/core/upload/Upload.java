package dev.penstock.core.upload;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.document.Verification;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;

/// One attempt to bring one file in, in one of its states:
///
/// ```
/// receiving → completing → stored → completed
///     └──────────┴───────────┴────→ rejected, failed, aborted, expired
/// ```
///
/// Each state holds just what is true in it. [Transitions] says which step is legal; a step makes a
/// new value whose version is one higher, and [UploadRepository] saves it only over the version it
/// came from.
public sealed interface Upload {
    Announcement announcement();

    /// Counts the changes, from 0.
    long version();

    /// When this state began.
    Instant changedOn();

    /// The storage's id of the multipart upload; empty while it is not known to exist.
    Optional<MultipartId> multipart();

    default UploadId id() {
        return announcement().id();
    }

    /// Where the document is meant to go.
    default DocumentPath path() {
        return announcement().path();
    }

    /// Whether the bytes come through the service.
    default boolean isDirect() {
        return announcement().kind() == UploadKind.DIRECT;
    }

    default UploadState state() {
        return UploadState.of(this);
    }

    /// Parts come in. Without a multipart id the storage has not answered yet, or its answer was
    /// lost.
    ///
    /// @param refusal why the last completion came back to here
    record Receiving(
            Announcement announcement,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart,
            Optional<ProblemCode> refusal)
            implements Upload {}

    /// The storage has been or may have been asked to join the parts; the path is claimed.
    ///
    /// @param open the storage's id of the multipart upload
    /// @param refusal why an earlier completion came back to `receiving`: what was asked of the
    ///   storage then may still be carried out
    record Completing(
            Announcement announcement,
            long version,
            Instant changedOn,
            MultipartId open,
            Optional<ProblemCode> refusal,
            CompletionRequest request,
            VerifiedParts verified)
            implements Upload {
        @Override
        public Optional<MultipartId> multipart() {
            return Optional.of(open);
        }

        @Override
        public DocumentPath path() {
            return request.path();
        }
    }

    /// The object is whole and verified, there is no document yet; the path is claimed.
    record Stored(
            Announcement announcement,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart,
            CompletionRequest request,
            StoredObject object,
            int partCount,
            Verification verification)
            implements Upload {
        @Override
        public DocumentPath path() {
            return request.path();
        }
    }

    /// There is a document, made as this request wanted it.
    record Completed(
            Announcement announcement,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart,
            CompletionRequest request,
            StoredObject object,
            int partCount,
            FamilyId family)
            implements Upload {
        @Override
        public DocumentPath path() {
            return request.path();
        }
    }

    /// The content was not wanted; the object goes away and the path is free.
    record Rejected(
            Announcement announcement,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart,
            ProblemCode cause)
            implements Upload {}

    /// The bytes are lost or wrong beyond repair.
    record Failed(
            Announcement announcement,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart,
            ProblemCode cause)
            implements Upload {}

    /// Given up by the caller.
    record Aborted(
            Announcement announcement,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart)
            implements Upload {}

    /// Its deadline passed.
    record Expired(
            Announcement announcement,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart)
            implements Upload {}
}
