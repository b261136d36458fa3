package dev.penstock.core.upload;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.util.Optional;

/// Holds a caller's own part size against the limits of S3.
final class PartSizeCheck {
    private PartSizeCheck() {}

    static PartPlan requireFitting(ByteCount partSize, Optional<ByteCount> length) {
        ByteCount smallest = length.map(PartSizeCheck::smallest).orElse(PartPlan.MIN_PART);
        if (smallest.isMoreThan(partSize) || partSize.isMoreThan(PartPlan.MAX_PART)) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER, sentence(smallest, partSize.value()));
        }
        return new PartPlan.Equal(partSize);
    }

    /// That keeps the file within 10,000 parts.
    private static ByteCount smallest(ByteCount length) {
        var fitting = new ByteCount(length.dividedInto(new ByteCount(PartNumber.MAX)));
        return fitting.isMoreThan(PartPlan.MIN_PART) ? fitting : PartPlan.MIN_PART;
    }

    private static String sentence(ByteCount smallest, long partSize) {
        if (smallest.isMoreThan(PartPlan.MAX_PART)) {
            return "No partSize fits: 10,000 parts of 5 GiB hold at most 48.8 TiB.";
        }
        return "partSize cannot be %d: send %d to %d bytes, so that there are at most 10,000 parts of 5 MiB to 5 GiB."
                .formatted(partSize, smallest.value(), PartPlan.MAX_PART.value());
    }
}
