package dev.penstock.embedded.operation;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Ids of multipart uploads: the time in 12 hexadecimal digits, so that they sort by age, and 128
/// random bits.
final class UploadId {
    private static final int TIME_DIGITS = 12;
    private static final int RANDOM_BYTES = 16;

    static String create(Instant now, RandomGenerator random) {
        byte[] chance = new byte[RANDOM_BYTES];
        random.nextBytes(chance);
        return HexFormat.of().toHexDigits(now.toEpochMilli(), TIME_DIGITS)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    private UploadId() {}
}
