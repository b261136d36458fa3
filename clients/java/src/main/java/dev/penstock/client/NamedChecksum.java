package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.ChecksumJson;

/// A checksum and how it was made.
///
/// @param value base64 text
public record NamedChecksum(ChecksumAlgorithm algorithm, String value) {

    ChecksumJson toJson() {
        return ChecksumJson.of(algorithm.s3Name(), value);
    }
}
