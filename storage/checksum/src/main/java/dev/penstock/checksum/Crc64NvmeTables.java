package dev.penstock.checksum;

/// What [Crc64Nvme] looks up: the effect of each byte of its state, at each place, on the state
/// some bytes later.
final class Crc64NvmeTables {
    /// Bytes that each of the interleaved lanes takes before they are joined.
    static final int LANE = 1024;

    private static final int BYTE_VALUES = 256;
    private static final long[] AFTER_LONG = table(Long.BYTES);
    private static final long[] AFTER_LANE = table(LANE);

    /// The state after eight more bytes, which the caller has already mixed into it.
    static long afterLong(long state) {
        return lookUp(AFTER_LONG, state);
    }

    /// What the lowest byte of a state comes to after one byte.
    static long afterByte(long state) {
        // in the top row, the state's byte has just one byte's way to go
        return AFTER_LONG[7 * BYTE_VALUES + (int) (state & 0xFF)];
    }

    /// The state after a lane of zeros.
    static long afterLane(long state) {
        return lookUp(AFTER_LANE, state);
    }

    private static long lookUp(long[] table, long state) {
        return table[(int) (state & 0xFF)]
                ^ table[BYTE_VALUES + (int) ((state >>> 8) & 0xFF)]
                ^ table[2 * BYTE_VALUES + (int) ((state >>> 16) & 0xFF)]
                ^ table[3 * BYTE_VALUES + (int) ((state >>> 24) & 0xFF)]
                ^ table[4 * BYTE_VALUES + (int) ((state >>> 32) & 0xFF)]
                ^ table[5 * BYTE_VALUES + (int) ((state >>> 40) & 0xFF)]
                ^ table[6 * BYTE_VALUES + (int) ((state >>> 48) & 0xFF)]
                ^ table[7 * BYTE_VALUES + (int) (state >>> 56)];
    }

    private static long[] table(int bytesLater) {
        long factor = ReflectedField.CRC64NVME.powerOfBytes(bytesLater);
        long[] table = new long[Long.BYTES * BYTE_VALUES];
        for (int i = 0; i < table.length; i++) {
            long state = (long) (i % BYTE_VALUES) << (Byte.SIZE * (i / BYTE_VALUES));
            table[i] = ReflectedField.CRC64NVME.multiply(state, factor);
        }
        return table;
    }

    private Crc64NvmeTables() {}
}
