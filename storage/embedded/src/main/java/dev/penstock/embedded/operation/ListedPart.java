package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.catalog.Segment;
import java.util.List;

/// A part as a completion names it.
///
/// @param etag without quotes
/// @param checksums all that stand beside it
record ListedPart(int partNumber, String etag, List<Checksum> checksums) {

    ListedPart {
        checksums = List.copyOf(checksums);
    }

    /// Whether all that is said about the part is so.
    boolean matches(Segment part) {
        return etag.equals(part.md5())
                && checksums.stream().allMatch(checksum -> matches(checksum, part));
    }

    private static boolean matches(Checksum listed, Segment part) {
        return listed.algorithm() == ChecksumAlgorithm.CRC64NVME
                ? listed.value().equals(part.crc64nvme())
                : part.checksum().filter(listed::equals).isPresent();
    }

    boolean names(ChecksumAlgorithm algorithm) {
        return checksums.stream().anyMatch(checksum -> checksum.algorithm() == algorithm);
    }
}
