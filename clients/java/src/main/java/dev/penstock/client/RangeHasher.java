package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// Reads a range once and computes checksums of it, through one small buffer. For one thread.
final class RangeHasher {
    private static final int BUFFER_BYTES = 256 << 10;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    /// The checksums in base64 text.
    ///
    /// @throws ShortFileException when the file ends before the range does
    Map<ChecksumAlgorithm, String> hash(FileRange range, Set<ChecksumAlgorithm> algorithms)
            throws IOException {
        var computations =
                new EnumMap<ChecksumAlgorithm, StreamingChecksum>(ChecksumAlgorithm.class);
        algorithms.forEach(a -> computations.put(a, a.newChecksum()));
        for (long position = 0; position < range.size(); position += buffer.limit()) {
            range.read(buffer.clear(), position);
            buffer.flip();
            computations.values().forEach(c -> c.update(buffer.duplicate()));
        }
        var sums = new EnumMap<ChecksumAlgorithm, String>(ChecksumAlgorithm.class);
        computations.forEach((algorithm, c) -> sums.put(algorithm, algorithm.encode(c.digest())));
        return sums;
    }
}
