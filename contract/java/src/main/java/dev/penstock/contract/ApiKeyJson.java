package dev.penstock.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A platform API key.
///
/// @param key the secret (`pak_…`), only in the answer to its creation and not in [#toString()]
public record ApiKeyJson(
        UUID id,
        String name,
        List<GrantJson> grants,
        Optional<Instant> expiresAt,
        Instant createdOn,
        Instant updatedOn,
        long changeSequence,
        Optional<String> key) {

    public ApiKeyJson {
        grants = Absent.asEmpty(grants);
    }

    @Override
    public String toString() {
        return "ApiKeyJson[id=%s, name=%s]".formatted(id, name);
    }
}
