package dev.penstock.core.upload;

import java.util.Optional;

/// A part for which a caller wants a URL, as it was written and not yet checked.
///
/// @param number as sent, in range or not
/// @param size in bytes; empty when a bare number was sent
/// @param checksumBase64 of the algorithm in force, base64
public record RequestedPart(int number, Optional<Long> size, Optional<String> checksumBase64) {
    /// A bare number.
    public static RequestedPart numbered(int number) {
        return new RequestedPart(number, Optional.empty(), Optional.empty());
    }
}
