package dev.penstock.server.service;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.CompletionCheck;
import dev.penstock.core.upload.Upload;
import java.util.Optional;

/// The storage's share of a completion: `completing` → `stored`. Safe to repeat and to run twice at
/// once: it asks for the same parts under the same key, and what the storage answers counts less
/// than the object that is there afterwards.
final class StorageCompletion {
    private final ObjectStore store;
    private final UploadSteps steps;

    StorageCompletion(ObjectStore store, UploadSteps steps) {
        this.store = store;
        this.steps = steps;
    }

    /// Finds out how a completion ended that this call did not begin: another call is at it, or a
    /// crash cut it.
    Upload settle(Upload.Completing upload) {
        try {
            Optional<StoredObject> object = store.head(upload.announcement().key());
            return object.isPresent() ? confirm(upload, object.get()) : ask(upload);
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
    }

    /// Asks the storage to join the parts, and looks what came of it.
    ///
    /// @return `stored`; `receiving` when the storage does not have the parts as they were listed
    Upload ask(Upload.Completing upload) {
        Announcement a = upload.announcement();
        try {
            store.complete(
                    a.key(), upload.open(), upload.verified().parts(), upload.verified().whole());
        } catch (ObjectStoreException.NoSuchMultipart e) {
            // it may have worked before: the look below decides
        } catch (ObjectStoreException.PartsRefused e) {
            return steps.save(upload, new Command.GiveBack());
        } catch (ObjectStoreException.ChecksumRefused e) {
            Upload after = steps.save(upload, new Command.GiveBack());
            if (after instanceof Upload.Receiving) {
                throw CompletionCheck.checksumMismatch();
            }
            return after;
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
        return confirm(upload);
    }

    private Upload confirm(Upload.Completing upload) {
        try {
            Optional<StoredObject> object = store.head(upload.announcement().key());
            if (object.isPresent()) {
                return confirm(upload, object.get());
            }
        } catch (ObjectStoreException e) {
            throw StorageCalls.unavailable(e);
        }
        return lost(upload);
    }

    private Upload confirm(Upload.Completing upload, StoredObject object) {
        if (!object.size().equals(upload.verified().size())) {
            return wrong(
                    upload,
                    new Problem.SizeMismatch(
                            "The storage joined the parts to another size: begin anew.",
                            upload.verified().size().value(),
                            object.size().value()));
        }
        Optional<Checksum> whole = upload.verified().whole();
        if (whole.isPresent() && differs(whole.get(), object)) {
            return wrong(
                    upload,
                    Problem.of(
                            ProblemCode.CHECKSUM_MISMATCH,
                            "The storage joined the parts to other bytes: begin anew."));
        }
        return steps.save(upload, new Command.ConfirmStored(object));
    }

    private static boolean differs(Checksum whole, StoredObject object) {
        return object.checksum()
                .filter(c -> c.type() == ObjectChecksum.Type.FULL_OBJECT)
                .filter(c -> c.algorithm() == whole.algorithm())
                .filter(c -> !c.base64().equals(whole.base64()))
                .isPresent();
    }

    /// Fails an upload that the storage has dropped.
    ///
    /// @return the upload as another call has saved it meanwhile, which then counts
    /// @throws ProblemException `upload-lost`
    Upload lost(Upload upload) {
        Upload after = steps.save(upload, new Command.Fail(ProblemCode.UPLOAD_LOST));
        if (after instanceof Upload.Failed) {
            throw new ProblemException(
                    ProblemCode.UPLOAD_LOST,
                    "The storage no longer has this upload and its parts: request a new one and send again.");
        }
        return after;
    }

    /// Fails an upload whose object is not what was verified. The object goes only once that is
    /// saved: where another call has saved something else meanwhile, it may be a document's.
    private Upload wrong(Upload upload, Problem problem) {
        Upload after = steps.save(upload, new Command.Fail(problem.code()));
        if (!(after instanceof Upload.Failed)) {
            return after;
        }
        try {
            store.delete(upload.announcement().key());
        } catch (ObjectStoreException e) {
            StorageCalls.report(e);
        }
        throw problem.asException();
    }
}
