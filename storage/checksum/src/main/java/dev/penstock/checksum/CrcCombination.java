package dev.penstock.checksum;

/// Joins the CRCs of two neighbouring runs of bytes into that of both, without the bytes.
///
/// Appending `n` bytes multiplies a CRC by x^(8n) modulo its polynomial; that factor is put
/// together from precomputed squares x^(2^k). Reflected bit order throughout, as the CRCs
/// themselves.
public final class CrcCombination {

    /// The CRC32 of the bytes behind `a` followed by the `lengthOfB` bytes behind `b`.
    ///
    /// @throws IllegalArgumentException if `lengthOfB` is negative
    public static long combineCrc32(long a, long b, long lengthOfB) {
        return ReflectedField.CRC32.combine(a, b, lengthOfB);
    }

    /// The CRC32C of the bytes behind `a` followed by the `lengthOfB` bytes behind `b`.
    ///
    /// @throws IllegalArgumentException if `lengthOfB` is negative
    public static long combineCrc32c(long a, long b, long lengthOfB) {
        return ReflectedField.CRC32C.combine(a, b, lengthOfB);
    }

    /// The CRC64NVME of the bytes behind `a` followed by the `lengthOfB` bytes behind `b`.
    ///
    /// @throws IllegalArgumentException if `lengthOfB` is negative
    public static long combineCrc64Nvme(long a, long b, long lengthOfB) {
        return ReflectedField.CRC64NVME.combine(a, b, lengthOfB);
    }

    private CrcCombination() {}
}
