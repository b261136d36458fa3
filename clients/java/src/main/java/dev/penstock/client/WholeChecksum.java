package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.util.Optional;

/// The checksum of a whole file, put together from those of its parts as they come, in order.
final class WholeChecksum {
    private final Optional<ChecksumAlgorithm> algorithm;
    private Optional<byte[]> value = Optional.empty();
    private int parts;

    /// @param algorithm in force; empty: there will be no checksum
    WholeChecksum(Optional<ChecksumAlgorithm> algorithm) {
        this.algorithm = algorithm;
    }

    /// Takes the next part.
    ///
    /// @param checksum base64 text
    void append(String checksum, long size) {
        var next = algorithm.flatMap(a -> a.decode(checksum));
        value = parts++ == 0 ? next : value.flatMap(v -> next.flatMap(n -> join(v, n, size)));
    }

    private Optional<byte[]> join(byte[] before, byte[] next, long size) {
        return algorithm
                .filter(ChecksumAlgorithm::isFullObjectCombinable)
                .map(a -> a.combine(before, next, size));
    }

    /// Empty when it does not follow from the parts.
    Optional<NamedChecksum> get() {
        return algorithm.flatMap(a -> value.map(v -> new NamedChecksum(a, a.encode(v))));
    }
}
