package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.catalog.ChecksumType;
import dev.penstock.embedded.catalog.UploadChecksum;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;
import dev.penstock.embedded.http.S3Request;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The checksum that a caller chooses when it creates a multipart upload, with S3's table of what
/// goes together: SHA-1 and SHA-256 are composite, CRC64NVME is of the full object, the others may
/// be either and are composite unless the caller says otherwise.
final class ChosenChecksum {

    /// @throws S3Exception `InvalidRequest`
    static UploadChecksum of(S3Request request) {
        Optional<ChecksumType> type =
                request.header("x-amz-checksum-type").map(ChosenChecksum::type);
        Optional<String> name = request.header("x-amz-checksum-algorithm");
        if (name.isEmpty()) {
            if (type.isPresent()) {
                throw invalid(
                        "The x-amz-checksum-type header can only be used with the"
                                + " x-amz-checksum-algorithm header.");
            }
            return UploadChecksum.DEFAULT;
        }
        ChecksumAlgorithm algorithm = algorithm(name.get());
        ChecksumType chosen = type.orElse(usual(algorithm));
        requireFit(algorithm, chosen);
        return new UploadChecksum(Optional.of(algorithm), chosen);
    }

    /// The headers of the answer: what the caller chose.
    static Map<String, String> headers(UploadChecksum checksum) {
        return checksum.chosen()
                .map(algorithm ->
                        Map.of(
                                "x-amz-checksum-algorithm",
                                algorithm.s3Name(),
                                "x-amz-checksum-type",
                                checksum.type().name()))
                .orElse(Map.of());
    }

    private static ChecksumType type(String text) {
        return Arrays.stream(ChecksumType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid("Value for x-amz-checksum-type header is invalid."));
    }

    private static ChecksumAlgorithm algorithm(String name) {
        return ChecksumAlgorithm.byS3Name(name.toUpperCase(Locale.ROOT))
                .filter(algorithm -> algorithm != ChecksumAlgorithm.MD5)
                .orElseThrow(() ->
                        invalid(
                                "Checksum algorithm provided is unsupported. Please try"
                                        + " again with any of the valid types: [CRC32,"
                                        + " CRC32C, CRC64NVME, SHA1, SHA256]"));
    }

    private static ChecksumType usual(ChecksumAlgorithm algorithm) {
        return algorithm == ChecksumAlgorithm.CRC64NVME
                ? ChecksumType.FULL_OBJECT
                : ChecksumType.COMPOSITE;
    }

    private static void requireFit(ChecksumAlgorithm algorithm, ChecksumType type) {
        boolean fits =
                switch (type) {
                    case FULL_OBJECT -> algorithm.isFullObjectCombinable();
                    case COMPOSITE -> algorithm != ChecksumAlgorithm.CRC64NVME;
                };
        if (!fits) {
            throw invalid(
                    "The "
                            + type
                            + " checksum type cannot be used with the "
                            + algorithm.s3Name().toLowerCase(Locale.ROOT)
                            + " checksum algorithm.");
        }
    }

    private static S3Exception invalid(String sentence) {
        return S3Error.INVALID_REQUEST.exception(sentence);
    }

    private ChosenChecksum() {}
}
