package dev.penstock.core.object;

/// A number of bytes, never negative.
public record ByteCount(long value) implements Comparable<ByteCount> {
    public static final ByteCount ZERO = new ByteCount(0);

    public ByteCount {
        if (value < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + value);
        }
    }

    public static ByteCount bytes(long value) {
        return new ByteCount(value);
    }

    /// @param value in units of 2^20 bytes
    public static ByteCount mebibytes(long value) {
        return new ByteCount(Math.multiplyExact(value, 1L << 20));
    }

    /// @param value in units of 2^30 bytes
    public static ByteCount gibibytes(long value) {
        return mebibytes(Math.multiplyExact(value, 1024L));
    }

    /// @param value in units of 2^40 bytes
    public static ByteCount tebibytes(long value) {
        return gibibytes(Math.multiplyExact(value, 1024L));
    }

    public ByteCount plus(ByteCount other) {
        return new ByteCount(Math.addExact(value, other.value));
    }

    /// How many pieces of `size` hold this many bytes: the quotient rounded up.
    public long dividedInto(ByteCount size) {
        return Math.ceilDiv(value, size.value);
    }

    public boolean isMoreThan(ByteCount other) {
        return value > other.value;
    }

    @Override
    public int compareTo(ByteCount other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " bytes";
    }
}
