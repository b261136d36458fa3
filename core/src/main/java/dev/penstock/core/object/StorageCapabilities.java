package dev.penstock.core.object;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a storage keeps of what S3 promises. Data, not `if`s on its name.
///
/// @param enforced the checksums for which a part with other bytes is refused
/// @param computed the checksum that the storage computes and lists for a part that came without
///   one
/// @param etagsAreMd5 whether the ETag of a part is the MD5 of its bytes, so that an equal ETag
///   proves them (it is not with SSE-KMS, nor on some servers)
/// @param unequalParts whether parts of different sizes are taken
public record StorageCapabilities(
        Set<ChecksumAlgorithm> enforced,
        Optional<ChecksumAlgorithm> computed,
        boolean etagsAreMd5,
        boolean unequalParts) {

    /// What the embedded storage keeps, as its own tests prove.
    public static final StorageCapabilities EVERYTHING =
            new StorageCapabilities(
                    EnumSet.allOf(ChecksumAlgorithm.class),
                    Optional.of(ChecksumAlgorithm.CRC64NVME),
                    true,
                    true);

    /// What may be trusted of a storage that nobody has probed: `Content-MD5` and equal parts (some
    /// take no others).
    public static final StorageCapabilities UNPROBED =
            new StorageCapabilities(
                    EnumSet.of(ChecksumAlgorithm.MD5), Optional.empty(), false, false);

    public StorageCapabilities {
        enforced = Set.copyOf(enforced);
    }

    /// The enforced algorithms, best first; `auto` takes the first.
    public List<ChecksumAlgorithm> enforcedBestFirst() {
        return enforced.stream().sorted().toList();
    }
}
