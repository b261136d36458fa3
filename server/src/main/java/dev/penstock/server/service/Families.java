package dev.penstock.server.service;

import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.ContentObjectId;
import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.document.Verification;
import dev.penstock.core.document.Warning;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.metadata.MetadataMerge;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.Upload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Makes the document of a stored upload. Pure.
final class Families {
    private Families() {}

    /// @param home the store that the upload was announced for
    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    static DocumentFamily make(
            Intake intake,
            DocumentStore home,
            Upload.Stored stored,
            FamilyId id,
            UUID nativeId,
            Instant now) {
        CompletionRequest request = stored.request();
        return new DocumentFamily(
                id,
                home,
                intake.id(),
                stored.id().value(),
                request.path(),
                request.path(),
                MetadataMerge.merge(
                        List.of(request.extraFields(), intake.metadata(), request.metadata())),
                nativeContent(stored, new ContentObjectId(nativeId)),
                warnings(stored),
                now,
                now,
                0);
    }

    private static ContentObject nativeContent(Upload.Stored stored, ContentObjectId id) {
        Announcement a = stored.announcement();
        return new ContentObject(
                id,
                a.key(),
                stored.request().fileName(),
                stored.object().size(),
                a.contentType(),
                stored.request().documentVersion(),
                stored.verification(),
                stored.object().checksum());
    }

    private static List<Warning> warnings(Upload.Stored stored) {
        var warnings = new ArrayList<>(stored.request().warnings());
        if (stored.verification() == Verification.SIZE) {
            warnings.add(Warning.CHECKSUM_NOT_VERIFIED);
        }
        return warnings;
    }
}
