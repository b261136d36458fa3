package dev.penstock.embedded.catalog;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.util.Optional;

/// Which checksum an upload was created for.
///
/// @param chosen by the caller; where it chose none the object gets the one that S3 adds by itself
public record UploadChecksum(Optional<ChecksumAlgorithm> chosen, ChecksumType type) {

    /// What S3 does for a caller that says nothing.
    public static final UploadChecksum DEFAULT =
            new UploadChecksum(Optional.empty(), ChecksumType.FULL_OBJECT);

    /// The algorithm of the object's checksum.
    public ChecksumAlgorithm algorithm() {
        return chosen.orElse(ChecksumAlgorithm.CRC64NVME);
    }
}
