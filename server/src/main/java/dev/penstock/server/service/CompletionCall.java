package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.Warning;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.upload.CompletionClaim;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.ListedPart;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A call that asks for completion, as it came in.
///
/// @param key the `s3Key`, which must be the upload's
/// @param path empty: the one that was announced
/// @param claim what the caller says it sent; made once the upload, and so its checksum algorithm,
///   is known
public record CompletionCall(
        UploadId id,
        String key,
        Optional<DocumentPath> path,
        Function<Upload, CompletionClaim> claim,
        DocumentFields fields,
        List<Warning> warnings) {

    /// What it says about the document.
    ///
    /// @param at where the document goes
    CompletionRequest request(DocumentPath at) {
        return new CompletionRequest(at, fields, warnings);
    }

    /// Whether the call says anything about the document.
    boolean saysSomething() {
        return !fields.equals(DocumentFields.NONE);
    }

    /// A part with the values as the caller wrote them.
    public static ListedPart part(
            PartNumber number, Optional<ETag> etag, Optional<Checksum> checksum) {
        return new ListedPart(number, etag, Optional.empty(), checksum);
    }
}
