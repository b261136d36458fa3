package dev.penstock.server.http;

import dev.penstock.contract.ChecksumJson;
import dev.penstock.contract.CompletedPart;
import dev.penstock.contract.CompletionBody;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.JsonBody;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.Warning;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.CompletionClaim;
import dev.penstock.core.upload.ListedPart;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.server.service.CompletionCall;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads a completion, the same body for both kinds of upload.
final class CompletionReader {
    private final StorageCapabilities storage;

    CompletionReader(StorageCapabilities storage) {
        this.storage = storage;
    }

    /// @param etagOfOnlyPart from the query of a single upload
    CompletionCall read(
            Context ctx,
            UploadId id,
            String key,
            Optional<DocumentPath> path,
            Optional<String> etagOfOnlyPart) {
        JsonBody<CompletionBody> read =
                Bodies.parse(Bodies.read(ctx, Bodies.COMPLETION), ContractJson::readCompletion);
        CompletionBody body = read.value();
        List<CompletedPart> parts = body.parts().orElse(List.of());
        requireDistinct(body);
        return new CompletionCall(
                id,
                key,
                path,
                upload -> claim(upload, body, parts, etagOfOnlyPart),
                DocumentFieldsReader.read(body),
                read.unknownFields().stream().map(Warning::unknownField).toList());
    }

    private static void requireDistinct(CompletionBody body) {
        if (body.parts().isEmpty()) {
            return;
        }
        if (body.parts().get().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "parts names no part: leave it out to complete with what the storage holds.");
        }
        var seen = new HashSet<Integer>();
        for (CompletedPart part : body.parts().get()) {
            if (!PartNumber.isValid(part.partNumber())) {
                throw new ProblemException(
                        ProblemCode.PART_NUMBER_OUT_OF_RANGE,
                        "Part numbers are 1 to 10000, not %d.".formatted(part.partNumber()));
            }
            if (!seen.add(part.partNumber())) {
                throw new ProblemException(
                        ProblemCode.INVALID_PARAMETER,
                        "parts names part %d twice.".formatted(part.partNumber()));
            }
        }
    }

    private CompletionClaim claim(
            Upload upload,
            CompletionBody body,
            List<CompletedPart> parts,
            Optional<String> etagOfOnlyPart) {
        Optional<List<ListedPart>> listed =
                body.parts().isPresent()
                        ? Optional.of(parts.stream().map(p -> listed(upload, p)).toList())
                        : etagOfOnlyPart.map(e -> List.of(onlyPart(e)));
        return new CompletionClaim(listed, size(body), body.checksum().map(this::whole));
    }

    private static ListedPart onlyPart(String etag) {
        return CompletionCall.part(
                PartNumber.of(1), Optional.of(etag("etag", etag)), Optional.empty());
    }

    private ListedPart listed(Upload upload, CompletedPart part) {
        return CompletionCall.part(
                PartNumber.of(part.partNumber()),
                part.etag().filter(e -> !e.isEmpty()).map(e -> etag("parts.etag", e)),
                part.checksum().map(c -> partChecksum(upload, c)));
    }

    private static ETag etag(String field, String text) {
        try {
            return new ETag(text);
        } catch (IllegalArgumentException e) {
            throw InvalidField.of(field, "is wrong: " + e.getMessage());
        }
    }

    private Checksum partChecksum(Upload upload, String base64) {
        ChecksumAlgorithm algorithm =
                upload.announcement()
                        .checksumAlgorithm()
                        .or(storage::computed)
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.UNSUPPORTED_CHECKSUM,
                                        "No checksum is in force for this upload: request one"
                                                + " with checksumAlgorithm."));
        return checksum("parts.checksum", algorithm, base64);
    }

    private static Optional<ByteCount> size(CompletionBody body) {
        if (body.size().isEmpty()) {
            return Optional.empty();
        }
        long size = body.size().getAsLong();
        if (size < 0) {
            throw InvalidField.of("size", "must be a number of bytes");
        }
        return Optional.of(new ByteCount(size));
    }

    private Checksum whole(ChecksumJson json) {
        ChecksumAlgorithm algorithm =
                ChecksumAlgorithm.named(json.algorithm())
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.UNSUPPORTED_CHECKSUM,
                                        "checksum.algorithm is one of "
                                                + storage.enforcedBestFirst()
                                                + "."));
        return checksum("checksum.value", algorithm, json.value());
    }

    private static Checksum checksum(String field, ChecksumAlgorithm algorithm, String base64) {
        try {
            return new Checksum(algorithm, base64);
        } catch (IllegalArgumentException e) {
            throw InvalidField.of(field, "is wrong: " + e.getMessage());
        }
    }
}
