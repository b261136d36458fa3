package dev.penstock.checksum;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.Checksum;

/// CRC64NVME, the checksum that S3 computes by default: reflected polynomial `0x9A6C9329AC4BC9B5`,
/// all bits set at the start and inverted at the end (NVM Express NVM Command Set Specification
/// 1.0, 64b CRC).
///
/// The JDK has no instruction for it to lean on, so speed comes from slicing (eight bytes by eight
/// table look-ups that do not wait for each other) and from three lanes through neighbouring runs
/// of bytes at once, which are then joined.
///
/// Not for use by several threads at once.
public final class Crc64Nvme implements Checksum {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final int LANE = Crc64NvmeTables.LANE;
    private static final int COPY_AT_ONCE = 8 * LANE;
    private static final long START = -1L;

    private long state = START;

    @Override
    public void update(int b) {
        state = (state >>> 8) ^ Crc64NvmeTables.afterByte(state ^ b);
    }

    /// @throws IndexOutOfBoundsException if that range is not within the array
    @Override
    public void update(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int at = offset;
        int end = offset + length;
        for (; end - at >= 3 * LANE; at += 3 * LANE) {
            updateLanes(bytes, at);
        }
        for (; end - at >= Long.BYTES; at += Long.BYTES) {
            state = Crc64NvmeTables.afterLong(state ^ (long) LONGS.get(bytes, at));
        }
        for (; at < end; at++) {
            update(bytes[at]);
        }
    }

    /// Takes what remains in the buffer, heap or direct, and leaves its position at its limit.
    @Override
    public void update(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            update(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
            buffer.position(buffer.limit());
        } else {
            updateByCopies(buffer);
        }
    }

    @Override
    public long getValue() {
        return ~state;
    }

    @Override
    public void reset() {
        state = START;
    }

    private void updateLanes(byte[] bytes, int from) {
        long first = state;
        long second = 0;
        long third = 0;
        for (int at = from; at < from + LANE; at += Long.BYTES) {
            first = Crc64NvmeTables.afterLong(first ^ (long) LONGS.get(bytes, at));
            second = Crc64NvmeTables.afterLong(second ^ (long) LONGS.get(bytes, at + LANE));
            third = Crc64NvmeTables.afterLong(third ^ (long) LONGS.get(bytes, at + 2 * LANE));
        }
        state = Crc64NvmeTables.afterLane(Crc64NvmeTables.afterLane(first) ^ second) ^ third;
    }

    private void updateByCopies(ByteBuffer buffer) {
        byte[] copy = new byte[Math.min(buffer.remaining(), COPY_AT_ONCE)];
        while (buffer.hasRemaining()) {
            int length = Math.min(buffer.remaining(), copy.length);
            buffer.get(copy, 0, length);
            update(copy, 0, length);
        }
    }
}
