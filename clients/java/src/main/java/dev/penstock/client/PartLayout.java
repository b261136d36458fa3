package dev.penstock.client;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// How an upload is cut into parts, as the service proposed it (`partSize`, `partGrowthEvery`).
///
/// @param partSize bytes of part 1
/// @param growthEvery after how many parts the size doubles; empty: it does not
record PartLayout(long partSize, OptionalInt growthEvery) {
    /// The largest part that S3 takes.
    static final long MAX_PART = 5L << 30;

    private static final int MOST_DOUBLINGS = 20;

    /// @throws IllegalArgumentException unless both are positive and a part fits S3's limit
    PartLayout {
        if (partSize < 1 || partSize > MAX_PART || growthEvery.orElse(1) < 1) {
            throw new IllegalArgumentException("a plan that makes no sense: " + partSize);
        }
    }

    /// All bytes in one part.
    static PartLayout single(long size) {
        return new PartLayout(size, OptionalInt.empty());
    }

    /// Bytes of a full part.
    long sizeOf(int partNumber) {
        if (growthEvery.isEmpty()) {
            return partSize;
        }
        int doublings = Math.min(MOST_DOUBLINGS, (partNumber - 1) / growthEvery.getAsInt());
        return Math.min(MAX_PART, partSize << doublings);
    }

    /// The parts of a file of this length, in order.
    List<Slice> cut(long length) {
        var slices = new ArrayList<Slice>();
        long offset = 0;
        for (int number = 1; offset < length; number++) {
            long size = Math.min(sizeOf(number), length - offset);
            slices.add(new Slice(number, offset, size));
            offset += size;
        }
        return slices;
    }

    /// Where a part lies in its file.
    record Slice(int number, long offset, long size) {}
}
