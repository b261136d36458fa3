package dev.penstock.checksum;

/// Polynomials over GF(2) modulo a CRC's polynomial, in reflected order: the highest of `width`
/// bits is x^0.
final class ReflectedField {
    static final ReflectedField CRC32 = new ReflectedField(32, 0xEDB88320L);
    static final ReflectedField CRC32C = new ReflectedField(32, 0x82F63B78L);
    static final ReflectedField CRC64NVME = new ReflectedField(64, 0x9A6C9329AC4BC9B5L);

    private final long one;
    private final long polynomial;

    /// `squares[k]` is x^(2^k).
    private final long[] squares = new long[Long.SIZE + 3];

    private ReflectedField(int width, long polynomial) {
        this.one = 1L << (width - 1);
        this.polynomial = polynomial;
        squares[0] = one >>> 1;
        for (int k = 1; k < squares.length; k++) {
            squares[k] = multiply(squares[k - 1], squares[k - 1]);
        }
    }

    long combine(long a, long b, long lengthOfB) {
        if (lengthOfB < 0) {
            throw new IllegalArgumentException("a negative number of bytes: " + lengthOfB);
        }
        return multiply(a, powerOfBytes(lengthOfB)) ^ b;
    }

    /// x^(8 · bytes).
    long powerOfBytes(long bytes) {
        long power = one;
        for (long rest = bytes; rest != 0; rest &= rest - 1) {
            power = multiply(power, squares[Long.numberOfTrailingZeros(rest) + 3]);
        }
        return power;
    }

    long multiply(long a, long b) {
        long product = 0;
        long shifted = b;
        for (long bit = one; bit != 0; bit >>>= 1) {
            product ^= (a & bit) != 0 ? shifted : 0;
            shifted = timesX(shifted);
        }
        return product;
    }

    private long timesX(long value) {
        return (value >>> 1) ^ ((value & 1) != 0 ? polynomial : 0);
    }
}
