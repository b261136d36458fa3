package dev.penstock.core.upload;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// How a file is proposed to be cut into parts. A caller may cut otherwise; the limits of S3
/// (Amazon S3 User Guide, "Amazon S3 multipart upload limits") hold for all.
public sealed interface PartPlan {
    ByteCount MIN_PART = ByteCount.mebibytes(5);
    ByteCount MAX_PART = ByteCount.gibibytes(5);

    /// Most parts that a plan for a known length proposes, which leaves some room below S3's
    /// 10,000.
    int COMFORTABLE_PARTS = 9_500;

    /// The size of part 1, and of all of them unless they grow.
    ByteCount partSize();

    /// The full size of a part, which the last one may fall short of.
    ByteCount sizeOf(PartNumber number);

    /// All parts of one size, the last may be smaller.
    record Equal(ByteCount partSize) implements PartPlan {
        @Override
        public ByteCount sizeOf(PartNumber number) {
            return partSize;
        }
    }

    /// Parts that double every [#EVERY] numbers, up to [#MAX_PART]: for a stream of unknown length.
    record Growing(ByteCount partSize) implements PartPlan {
        public static final int EVERY = 1000;

        @Override
        public ByteCount sizeOf(PartNumber number) {
            int doublings = (number.value() - 1) / EVERY;
            return new ByteCount(Math.min(MAX_PART.value(), partSize.value() << doublings));
        }
    }

    /// The plan for a known length: equal parts, the smallest multiple of 1 MiB that is at least 8
    /// MiB (16 MiB above 10 GiB, 64 MiB above 100 GiB) and keeps the count at or below 9,500; above
    /// 9,500 × 5 GiB the parts are 5 GiB.
    static PartPlan forLength(ByteCount length) {
        ByteCount mebibyte = ByteCount.mebibytes(1);
        long comfortable = length.dividedInto(new ByteCount(COMFORTABLE_PARTS));
        long needed = new ByteCount(comfortable).dividedInto(mebibyte) * mebibyte.value();
        long size = Math.max(leastPart(length).value(), needed);
        return new Equal(new ByteCount(Math.min(size, MAX_PART.value())));
    }

    private static ByteCount leastPart(ByteCount length) {
        if (length.isMoreThan(ByteCount.gibibytes(100))) {
            return ByteCount.mebibytes(64);
        }
        return ByteCount.mebibytes(length.isMoreThan(ByteCount.gibibytes(10)) ? 16 : 8);
    }

    /// The plan for an unknown length on a storage that takes unequal parts: 10,000 hold 4.87 TiB.
    static PartPlan growing() {
        return new Growing(MIN_PART);
    }

    /// The plan for an unknown length on a storage that demands equal parts: 10,000 hold 625 GiB.
    static PartPlan equalForUnknownLength() {
        return new Equal(ByteCount.mebibytes(64));
    }

    /// The plan for a single upload: one part as long as the file.
    static PartPlan onePart(ByteCount length) {
        return new Equal(length);
    }

    /// The plan for a caller's own part size: equal parts.
    ///
    /// @param length of the file, where it is known
    /// @throws ProblemException `invalid-parameter` when it is not 5 MiB to 5 GiB or makes more
    ///   than 10,000 parts; the sentence names the smallest that fits
    static PartPlan ofPartSize(ByteCount partSize, Optional<ByteCount> length) {
        return PartSizeCheck.requireFitting(partSize, length);
    }

    /// How many parts the plan cuts a file into; more than 10,000 when it cannot hold it.
    default long partCount(ByteCount length) {
        return switch (this) {
            case Equal(ByteCount size) -> length.dividedInto(size);
            case Growing growing -> growingCount(growing, length);
        };
    }

    private static long growingCount(Growing plan, ByteCount length) {
        long left = length.value();
        long count = 0;
        long size = 0;
        for (int first = 1; left > 0 && first <= PartNumber.MAX; first += Growing.EVERY) {
            size = plan.sizeOf(new PartNumber(first)).value();
            long here = Math.min(Growing.EVERY, Math.ceilDiv(left, size));
            count += here;
            left -= here * size;
        }
        return left > 0 ? count + Math.ceilDiv(left, size) : count;
    }

    /// The size that the plan gives a part of a file of this length: what is left for the last one.
    ///
    /// @return empty for a number beyond the last part
    default Optional<ByteCount> sizeOf(PartNumber number, ByteCount length) {
        long before = bytesBefore(number);
        long left = length.value() - before;
        if (left <= 0) {
            return Optional.empty();
        }
        return Optional.of(new ByteCount(Math.min(left, sizeOf(number).value())));
    }

    private long bytesBefore(PartNumber number) {
        int parts = number.value() - 1;
        return switch (this) {
            case Equal(ByteCount size) -> Math.multiplyExact(size.value(), (long) parts);
            case Growing growing -> {
                long bytes = 0;
                for (int first = 1; first <= parts; first += Growing.EVERY) {
                    long here = Math.min(Growing.EVERY, parts - first + 1);
                    bytes += here * growing.sizeOf(new PartNumber(first)).value();
                }
                yield bytes;
            }
        };
    }

    /// The numbers that the plan needs for the file and that are not among those given.
    default List<PartNumber> missing(ByteCount length, List<PartNumber> present) {
        var there = new BitSet();
        present.forEach(n -> there.set(n.value()));
        var missing = new ArrayList<PartNumber>();
        long count = Math.min(PartNumber.MAX, partCount(length));
        for (int number = 1; number <= count; number++) {
            if (!there.get(number)) {
                missing.add(new PartNumber(number));
            }
        }
        return missing;
    }
}
