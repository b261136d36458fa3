package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// Some checksums of the same bytes.
final class Digests {
    private final Map<ChecksumAlgorithm, StreamingChecksum> running =
            new EnumMap<>(ChecksumAlgorithm.class);

    Digests(Collection<ChecksumAlgorithm> algorithms) {
        algorithms.forEach(algorithm -> running.put(algorithm, algorithm.newChecksum()));
    }

    /// Takes what remains in the buffer, and leaves it there.
    void update(ByteBuffer bytes) {
        running.values().forEach(checksum -> checksum.update(bytes.duplicate()));
    }

    /// The base64 values. To be called once.
    Map<ChecksumAlgorithm, String> finish() {
        Map<ChecksumAlgorithm, String> values = new EnumMap<>(ChecksumAlgorithm.class);
        running.forEach((algorithm, checksum) ->
                values.put(algorithm, algorithm.encode(checksum.digest())));
        return values;
    }
}
