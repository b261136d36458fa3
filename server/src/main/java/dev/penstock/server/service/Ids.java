package dev.penstock.server.service;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes ids and secrets. Ids are UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of
/// milliseconds, then 74 random bits, so they sort by time.
public final class Ids {
    private static final int SECRET_BYTES = 32;

    private final InstantSource clock;
    private final RandomGenerator random;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// The ids of a running server: from the operating system's randomness.
    public static Ids secure(InstantSource clock) {
        return new Ids(clock, new SecureRandom());
    }

    public UUID next() {
        long time = clock.millis() << 16;
        long high = time | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// A token or key: the prefix and 256 random bits in base64url (RFC 4648, section 5).
    public String secret(String prefix) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
