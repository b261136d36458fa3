package dev.penstock.core.upload;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds the sizes of parts against the length of the file, and tells what is missing.
final class WholeFileCheck {
    private final Announcement announcement;
    private final CompletionClaim claim;

    WholeFileCheck(Announcement announcement, CompletionClaim claim) {
        this.announcement = announcement;
        this.claim = claim;
    }

    /// @throws ProblemException `size-mismatch` when the caller contradicts its announcement,
    ///   `size-required` when nothing tells where the file ends
    void requireOneSize() {
        Optional<ByteCount> announced = announcement.length();
        if (announced.isPresent()) {
            claim.size()
                    .filter(claimed -> !claimed.equals(announced.get()))
                    .ifPresent(claimed -> {
                        throw CompletionProblems.contradictingSize(announced.get(), claimed);
                    });
        } else if (claim.size().isEmpty() && claim.parts().isEmpty()) {
            throw CompletionProblems.sizeRequired();
        }
    }

    /// @param parts ascending
    /// @return the sum of the parts
    /// @throws ProblemException `upload-incomplete` for gaps in what the storage holds (a list may
    ///   have them, as S3 allows) and for parts that follow the plan but stop short,
    ///   `size-mismatch` for any other sum than the length
    ByteCount requireWhole(List<StoredPart> parts) {
        ByteCount found = sum(parts);
        List<PartNumber> missing = missing(parts, found);
        if (!missing.isEmpty()) {
            throw CompletionProblems.incomplete(missing);
        }
        ByteCount expected = length().orElse(found);
        if (!expected.equals(found)) {
            throw CompletionProblems.otherSize(expected, found);
        }
        return found;
    }

    private Optional<ByteCount> length() {
        return announcement.length().or(claim::size);
    }

    private List<PartNumber> missing(List<StoredPart> parts, ByteCount found) {
        List<PartNumber> numbers = parts.stream().map(StoredPart::number).toList();
        Optional<ByteCount> length = length();
        if (length.isPresent() && length.get().isMoreThan(found) && follow(parts, length.get())) {
            return announcement.plan().missing(length.get(), numbers);
        }
        if (parts.isEmpty()) {
            return List.of(PartNumber.of(1));
        }
        boolean tooMuch = length.filter(found::isMoreThan).isPresent();
        return claim.parts().isPresent() || tooMuch ? List.of() : gaps(numbers);
    }

    private boolean follow(List<StoredPart> parts, ByteCount length) {
        PartPlan plan = announcement.plan();
        return parts.stream()
                .allMatch(p -> plan.sizeOf(p.number(), length).equals(Optional.of(p.size())));
    }

    private static List<PartNumber> gaps(List<PartNumber> ascending) {
        var gaps = new ArrayList<PartNumber>();
        int next = 1;
        for (PartNumber number : ascending) {
            while (next < number.value()) {
                gaps.add(PartNumber.of(next++));
            }
            next = number.value() + 1;
        }
        return gaps;
    }

    private static ByteCount sum(List<StoredPart> parts) {
        return parts.stream().map(StoredPart::size).reduce(ByteCount.ZERO, ByteCount::plus);
    }
}
