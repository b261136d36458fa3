package dev.penstock.core.page;

import java.util.Optional;
import java.util.UUID;

/// Which stretch of a list is asked for. Lists are in the order of creation, where nothing else is
/// said, since ids are UUIDs of version 7 (RFC 9562, section 5.7) and sort by time.
///
/// @param after the last id already seen, exclusive; empty from the beginning
/// @param limit at most this many, 1 to 1000
public record PageRequest(Optional<UUID> after, int limit) {
    public static final int MAX_LIMIT = 1000;
    public static final int DEFAULT_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
        }
    }
}
