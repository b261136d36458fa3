package dev.penstock.embedded.catalog;

import dev.penstock.checksum.ChecksumAlgorithm;

/// A checksum of some bytes.
///
/// @param value base64, as it travels
public record Checksum(ChecksumAlgorithm algorithm, String value) {}
