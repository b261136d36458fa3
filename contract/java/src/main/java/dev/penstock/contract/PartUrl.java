package dev.penstock.contract;

import java.time.Instant;
import java.util.Map;

/// Where one part goes.
///
/// @param uploadUrl where to PUT the part; a secret while it lives, so it is not in [#toString()]
/// @param expiresAt when the URL dies
/// @param requiredHeaders what the PUT must send beyond what every HTTP client sends by itself
public record PartUrl(
        int partNumber, String uploadUrl, Instant expiresAt, Map<String, String> requiredHeaders) {

    public PartUrl {
        requiredHeaders = Absent.asEmpty(requiredHeaders);
    }

    @Override
    public String toString() {
        return "PartUrl[partNumber=%d, expiresAt=%s]".formatted(partNumber, expiresAt);
    }
}
