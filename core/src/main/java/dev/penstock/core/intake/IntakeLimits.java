package dev.penstock.core.intake;

import dev.penstock.core.object.ByteCount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What an intake takes and asks for.
///
/// @param maxFileBytes the largest file, at most 48.8 TiB (10,000 parts of 5 GiB, what S3 allows)
/// @param maxOpenUploads how many uploads may be unfinished at once
/// @param allowedContentTypes what a document may be, `application/pdf` or `image/*`, in lower
///   case; empty: anything
/// @param uploadTtl how long an upload may take; empty: the server's setting
public record IntakeLimits(
        ByteCount maxFileBytes,
        int maxOpenUploads,
        DeclaredParts declaredParts,
        CallerChecksums callerChecksums,
        List<String> allowedContentTypes,
        Optional<Duration> uploadTtl) {
    public static final ByteCount LARGEST_FILE = ByteCount.gibibytes(50_000);
    public static final int LARGEST_OPEN_UPLOADS = 1_000_000;
    public static final IntakeLimits DEFAULT =
            new IntakeLimits(
                    ByteCount.tebibytes(5),
                    1000,
                    DeclaredParts.OPTIONAL,
                    CallerChecksums.OPTIONAL,
                    List.of(),
                    Optional.empty());

    public IntakeLimits {
        allowedContentTypes = List.copyOf(allowedContentTypes);
    }

    /// Whether a part URL needs the part's size (`requireDeclaredParts`).
    public enum DeclaredParts {
        OPTIONAL,
        REQUIRED
    }

    /// Whether an upload needs a checksum algorithm (`requireChecksums`).
    public enum CallerChecksums {
        OPTIONAL,
        REQUIRED
    }
}
