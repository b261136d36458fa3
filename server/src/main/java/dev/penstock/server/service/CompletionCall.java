package dev.penstock.server.service;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> extraFields,
        Optional<String> filename,
        Optional<String> documentVersion,
        List<Warning> warnings) {

    /// What it says about the document.
    ///
    /// @param at where the document goes
    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    CompletionRequest request(DocumentPath at) {
        return new CompletionRequest(
                at, metadata, extraFields, filename, documentVersion, warnings);
    }

    /// Whether the call says anything about the document.
    boolean saysSomething() {
        return !metadata.isEmpty()
                || !extraFields.isEmpty()
                || filename.isPresent()
                || documentVersion.isPresent();
    }

    /// A part with the values as the caller wrote them.
    public static ListedPart part(
            PartNumber number, Optional<ETag> etag, Optional<Checksum> checksum) {
        return new ListedPart(number, etag, Optional.empty(), checksum);
    }
}
