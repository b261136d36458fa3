package dev.penstock.server.simulation;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.upload.PartPlan;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A file of a few parts, the last one short.
///
/// @param name of its content
record SentFile(String name, int partCount) {
    private static final ByteCount LAST = ByteCount.mebibytes(1);

    ByteCount size() {
        return numbers().map(n -> part(n).size()).reduce(ByteCount.ZERO, ByteCount::plus);
    }

    Stream<PartNumber> numbers() {
        return IntStream.rangeClosed(1, partCount).mapToObj(PartNumber::of);
    }

    Blob part(PartNumber number) {
        return Blob.standingFor(
                name + " " + number, number.value() == partCount ? LAST : PartPlan.MIN_PART);
    }
}
