package dev.penstock.checksum;

import java.nio.ByteBuffer;

/// A checksum that is fed as bytes stream by. Not for use by several threads at once.
public sealed interface StreamingChecksum permits CrcStream, DigestStream {

    /// Takes `length` bytes of `bytes` from `offset` on.
    ///
    /// @throws IndexOutOfBoundsException if that range is not within the array
    void update(byte[] bytes, int offset, int length);

    /// Takes what remains in the buffer, heap or direct, read-only or not, and leaves its position
    /// at its limit.
    void update(ByteBuffer buffer);

    /// The checksum of everything taken since the start or the last call of this method, as S3 puts
    /// it on the wire before base64: big endian for CRCs. Starts anew.
    byte[] digest();
}
