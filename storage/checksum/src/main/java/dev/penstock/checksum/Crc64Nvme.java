package dev.penstock.checksum;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.Checksum;

/// CRC64NVME, the checksum that S3 computes by default: reflected polynomial `0x9A6C9329AC4BC9B5`,
/// all bits set at the start and inverted at the end (NVM Express NVM Command Set Specification
/// 1.0, 64b CRC).
///
/// Not for use by several threads at once.
public final class Crc64Nvme implements Checksum {
    private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final long[] TABLE = table();

    private long state = -1L;

    @Override
    public void update(int b) {
        state = (state >>> 8) ^ TABLE[(int) (state ^ b) & 0xFF];
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        for (int i = offset; i < offset + length; i++) {
            update(bytes[i]);
        }
    }

    @Override
    public void update(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            update(buffer.get());
        }
    }

    @Override
    public long getValue() {
        return ~state;
    }

    @Override
    public void reset() {
        state = -1L;
    }

    private static long[] table() {
        long[] table = new long[256];
        for (int i = 0; i < 256; i++) {
            long value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value >>> 1) ^ ((value & 1) != 0 ? POLYNOMIAL : 0);
            }
            table[i] = value;
        }
        return table;
    }
}
