package dev.penstock.server.service;

import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.UploadKind;
import java.util.Optional;

/// Which checksum is in force for an upload: what the caller asks for, held against what the
/// storage enforces and the intake demands.
record ChecksumChoice(Optional<ChecksumAlgorithm> algorithm, Optional<Checksum> checksum) {
    private static final String AUTO = "auto";

    static ChecksumChoice of(
            UploadRequest request, IntakeLimits limits, StorageCapabilities storage) {
        if (request.checksumAlgorithm().isEmpty()) {
            requireNoneNeeded(request, limits);
            return new ChecksumChoice(Optional.empty(), Optional.empty());
        }
        String name = request.checksumAlgorithm().get();
        if (request.kind() == UploadKind.SINGLE) {
            return ofSingle(name, request, storage);
        }
        if (request.checksum().isPresent()) {
            throw invalid(
                    "The parameter checksum belongs to a single upload: name a multipart upload's with"
                            + " each part.");
        }
        return new ChecksumChoice(Optional.of(algorithm(name, storage)), Optional.empty());
    }

    private static void requireNoneNeeded(UploadRequest request, IntakeLimits limits) {
        if (request.checksum().isPresent()) {
            throw invalid("The parameter checksum needs checksumAlgorithm beside it.");
        }
        if (limits.callerChecksums() == IntakeLimits.CallerChecksums.REQUIRED) {
            throw new ProblemException(
                    ProblemCode.CHECKSUM_REQUIRED,
                    "This intake takes only uploads with checksums: name a checksumAlgorithm.");
        }
    }

    private static ChecksumChoice ofSingle(
            String name, UploadRequest request, StorageCapabilities storage) {
        if (name.equalsIgnoreCase(AUTO)) {
            throw invalid(
                    "A single upload names its checksumAlgorithm, one of %s, and sends the checksum."
                            .formatted(storage.enforcedBestFirst()));
        }
        ChecksumAlgorithm algorithm = algorithm(name, storage);
        if (request.checksum().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.CHECKSUM_REQUIRED,
                    "A single upload with checksumAlgorithm needs checksum=<base64> of the file.");
        }
        try {
            return new ChecksumChoice(Optional.of(algorithm), request.checksumOf(algorithm));
        } catch (IllegalArgumentException e) {
            throw invalid(
                    "The parameter checksum is wrong: %s. In a query, + is written %%2B."
                            .formatted(e.getMessage()));
        }
    }

    private static ChecksumAlgorithm algorithm(String name, StorageCapabilities storage) {
        if (name.equalsIgnoreCase(AUTO)) {
            return storage.enforcedBestFirst().stream()
                    .findFirst()
                    .orElseThrow(() -> unsupported(name, storage));
        }
        return ChecksumAlgorithm.named(name)
                .filter(storage.enforced()::contains)
                .orElseThrow(() -> unsupported(name, storage));
    }

    private static ProblemException unsupported(String name, StorageCapabilities storage) {
        return new ProblemException(
                ProblemCode.UNSUPPORTED_CHECKSUM,
                "This storage does not enforce %s; it enforces %s."
                        .formatted(printable(name), storage.enforcedBestFirst()));
    }

    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_-]{1,32}") ? name : "that algorithm";
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_PARAMETER, detail);
    }
}
