package dev.penstock.core.object;

import java.util.Optional;

/// What a part URL is to allow.
///
/// @param size signed as `Content-Length` when given: the URL then stores exactly that many bytes
/// @param checksum signed as its header when given: the storage then refuses other bytes
public record PartToSign(
        PartNumber number, Optional<ByteCount> size, Optional<Checksum> checksum) {}
