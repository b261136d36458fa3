package dev.penstock.embedded.catalog;

import dev.penstock.checksum.ChecksumAlgorithm;

/// The checksum of a whole object.
///
/// @param value base64, with `-` and the number of parts behind it if composite
public record ObjectChecksum(ChecksumAlgorithm algorithm, ChecksumType type, String value) {}
