package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.blob.BlobId;
import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.catalog.Segment;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// A body that lies on the disk, whole and compared with everything the caller said about it.
///
/// @param size bytes
/// @param checksums base64 by algorithm; MD5 and CRC64NVME are always among them
/// @param declared the algorithm that the caller or its upload chose
record ReceivedBlob(
        BlobId blob,
        long size,
        Map<ChecksumAlgorithm, String> checksums,
        Optional<ChecksumAlgorithm> declared) {

    ReceivedBlob {
        checksums = Map.copyOf(checksums);
    }

    /// The ETag that S3 gives to such a body: its MD5 in hexadecimal.
    String md5() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(value(ChecksumAlgorithm.MD5)));
    }

    /// The checksum to tell about: the chosen one, else the one that S3 adds by itself.
    Checksum checksum() {
        ChecksumAlgorithm algorithm = declared.orElse(ChecksumAlgorithm.CRC64NVME);
        return new Checksum(algorithm, value(algorithm));
    }

    Segment segment(int partNumber, Instant at) {
        return new Segment(
                partNumber,
                size,
                blob,
                md5(),
                value(ChecksumAlgorithm.CRC64NVME),
                declared.filter(algorithm -> algorithm != ChecksumAlgorithm.CRC64NVME)
                        .map(algorithm -> new Checksum(algorithm, value(algorithm))),
                at);
    }

    private String value(ChecksumAlgorithm algorithm) {
        return checksums.getOrDefault(algorithm, "");
    }
}
