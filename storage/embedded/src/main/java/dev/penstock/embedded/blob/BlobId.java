package dev.penstock.embedded.blob;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The name of an immutable file: 128 random bits, written as 32 lower-case hexadecimal digits. It
/// says nothing about whose bytes they are.
public record BlobId(long high, long low) {
    private static final int DIGITS = 32;

    /// A fresh name.
    public static BlobId random(RandomGenerator random) {
        return new BlobId(random.nextLong(), random.nextLong());
    }

    /// The name that these 16 bytes stand for.
    public static BlobId ofBytes(byte[] bytes) {
        HexFormat hex = HexFormat.of();
        return ofDigits(hex.formatHex(bytes));
    }

    /// The name that a file has; empty for files that are not ours.
    static Optional<BlobId> ofFileName(String name) {
        return name.matches("[0-9a-f]{32}") ? Optional.of(ofDigits(name)) : Optional.empty();
    }

    private static BlobId ofDigits(String digits) {
        return new BlobId(
                Long.parseUnsignedLong(digits, 0, DIGITS / 2, 16),
                Long.parseUnsignedLong(digits, DIGITS / 2, DIGITS, 16));
    }

    /// The 16 bytes that stand for this name in the catalog.
    public byte[] bytes() {
        return HexFormat.of().parseHex(toString());
    }

    /// The folder of the fan-out, two digits.
    String folder() {
        return toString().substring(0, 2);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
