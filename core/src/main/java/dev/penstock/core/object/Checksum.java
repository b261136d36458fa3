package dev.penstock.core.object;

import java.util.Base64;
import java.util.HexFormat;

/// A checksum value of the length its algorithm has.
///
/// @param base64 the value as S3 writes it: base64 with padding (RFC 4648, section 4); CRCs
///   big-endian
public record Checksum(ChecksumAlgorithm algorithm, String base64) {
    public Checksum {
        byte[] value;
        try {
            value = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not base64", e);
        }
        if (value.length != algorithm.length()) {
            throw new IllegalArgumentException(
                    "a %s has %d bytes, not %d"
                            .formatted(algorithm, algorithm.length(), value.length));
        }
        if (!Base64.getEncoder().encodeToString(value).equals(base64)) {
            throw new IllegalArgumentException("not base64 as RFC 4648 section 4 writes it");
        }
    }

    /// The value in lower-case hexadecimal, as an MD5 stands in an ETag.
    public String hex() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }
}
