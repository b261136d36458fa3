package dev.penstock.checksum;

import java.nio.ByteBuffer;
import java.util.zip.Checksum;

/// A CRC of 4 or 8 bytes as a stream.
final class CrcStream implements StreamingChecksum {
    private final Checksum crc;
    private final int byteLength;

    CrcStream(Checksum crc, int byteLength) {
        this.crc = crc;
        this.byteLength = byteLength;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        crc.update(bytes, offset, length);
    }

    @Override
    public void update(ByteBuffer buffer) {
        crc.update(buffer);
    }

    @Override
    public byte[] digest() {
        byte[] value = BigEndian.bytes(crc.getValue(), byteLength);
        crc.reset();
        return value;
    }
}
