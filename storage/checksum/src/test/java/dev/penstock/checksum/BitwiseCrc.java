package dev.penstock.checksum;

/// A reflected CRC bit by bit, as its definition has it: slow, and nothing to get wrong.
record BitwiseCrc(int width, long polynomial) {
    static final BitwiseCrc CRC32 = new BitwiseCrc(32, 0xEDB88320L);
    static final BitwiseCrc CRC32C = new BitwiseCrc(32, 0x82F63B78L);
    static final BitwiseCrc CRC64NVME = new BitwiseCrc(64, 0x9A6C9329AC4BC9B5L);

    long of(byte[] bytes, int offset, int length) {
        long allOnes = -1L >>> (64 - width);
        long crc = allOnes;
        for (int i = offset; i < offset + length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                boolean carry = (crc & 1) != 0;
                crc >>>= 1;
                crc ^= carry ? polynomial : 0;
            }
        }
        return crc ^ allOnes;
    }
}
