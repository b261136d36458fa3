package dev.penstock.contract;

import java.util.Optional;

/// The checksum of a whole file.
///
/// @param algorithm `CRC64NVME`, `CRC32C`, `SHA256`, `MD5` …
/// @param type `FULL_OBJECT` or `COMPOSITE`; never needed in a request
/// @param value base64 text
public record ChecksumJson(String algorithm, Optional<String> type, String value) {

    /// As a completion names it.
    public static ChecksumJson of(String algorithm, String value) {
        return new ChecksumJson(algorithm, Optional.empty(), value);
    }
}
