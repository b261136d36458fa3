package dev.penstock.core.upload;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Holds what a caller says against what the storage's listing shows, before the storage is asked
/// to join anything: so a mismatch names the parts to send again and leaves the upload open. Pure.
///
/// In this order: what contradicts itself, listed parts that are not there, parts with other bytes,
/// the sum, parts that are too small, the checksum of the whole.
public final class CompletionCheck {
    private final Announcement announcement;
    private final CompletionClaim claim;
    private final WholeFileCheck wholeFile;
    private final PartComparison comparison;
    private final Optional<ChecksumAlgorithm> inForce;

    public CompletionCheck(
            Announcement announcement, StorageCapabilities storage, CompletionClaim claim) {
        this.announcement = announcement;
        this.claim = claim;
        this.wholeFile = new WholeFileCheck(announcement, claim);
        this.comparison = new PartComparison(storage);
        this.inForce = announcement.checksumAlgorithm().or(storage::computed);
    }

    /// What can be refused without looking into the storage.
    ///
    /// @throws ProblemException `invalid-parameter` for a number listed twice, `size-mismatch`,
    ///   `size-required`, `unsupported-checksum`
    public void requirePossible() {
        claim.parts().ifPresent(CompletionCheck::requireDistinct);
        wholeFile.requireOneSize();
        claim.whole().ifPresent(this::requireInForce);
        listedParts().forEach(part -> part.checksum().ifPresent(this::requireInForce));
    }

    /// @param listing all that the storage holds, ascending
    /// @throws ProblemException `upload-incomplete`, `part-mismatch`, `size-mismatch`,
    ///   `part-too-small`, `checksum-mismatch`, or as [#requirePossible]
    public VerifiedParts verify(List<StoredPart> listing) {
        requirePossible();
        HeldParts held = new HeldParts(listing);
        List<StoredPart> parts = claim.parts().map(held::named).orElse(listing);
        Verification proven = comparison.requireEqual(listedParts(), held);
        requireAnnouncedChecksum(held);
        ByteCount size = wholeFile.requireWhole(parts);
        requireLargeEnough(parts);
        requireWholeChecksum(parts);
        return new VerifiedParts(parts, size, verification(proven), wholeForStorage());
    }

    private List<ListedPart> listedParts() {
        return claim.parts().orElse(List.of());
    }

    private static void requireDistinct(List<ListedPart> listed) {
        var seen = new HashSet<PartNumber>();
        for (ListedPart part : listed) {
            if (!seen.add(part.number())) {
                throw new ProblemException(
                        ProblemCode.INVALID_PARAMETER,
                        "Part number %s is listed twice.".formatted(part.number()));
            }
        }
    }

    private static void requireLargeEnough(List<StoredPart> parts) {
        List<PartNumber> small =
                parts.subList(0, parts.size() - 1).stream()
                        .filter(p -> PartPlan.MIN_PART.isMoreThan(p.size()))
                        .map(StoredPart::number)
                        .toList();
        if (!small.isEmpty()) {
            throw CompletionProblems.tooSmall(small);
        }
    }

    // --- checksums

    private void requireInForce(Checksum checksum) {
        if (!inForce.equals(Optional.of(checksum.algorithm()))) {
            throw CompletionProblems.notInForce(checksum.algorithm(), inForce);
        }
    }

    /// The storage was to refuse other bytes than those announced for a single upload.
    private void requireAnnouncedChecksum(HeldParts held) {
        var first = PartNumber.of(1);
        if (announcement.checksum().isPresent() && held.find(first).isPresent()) {
            var announced =
                    new ListedPart(
                            first, Optional.empty(), Optional.empty(), announcement.checksum());
            comparison.requireEqual(List.of(announced), held);
        }
    }

    /// A checksum of a file of one part is that of its part; over many parts the storage must
    /// combine it.
    private void requireWholeChecksum(List<StoredPart> parts) {
        if (claim.whole().isEmpty()) {
            return;
        }
        Checksum whole = claim.whole().get();
        Optional<String> found =
                parts.size() == 1 ? known(whole, parts.getFirst()) : Optional.empty();
        if (found.isEmpty() && !whole.algorithm().combinesOverParts()) {
            throw CompletionProblems.notVerifiable(whole.algorithm());
        }
        if (found.isPresent() && !found.get().equals(whole.base64())) {
            throw checksumMismatch();
        }
    }

    private Optional<String> known(Checksum whole, StoredPart only) {
        return announcement
                .checksum()
                .filter(c -> c.algorithm() == whole.algorithm())
                .map(Checksum::base64)
                .or(() -> comparison.found(whole, only));
    }

    private Optional<Checksum> wholeForStorage() {
        return claim.whole().filter(c -> c.algorithm().combinesOverParts());
    }

    /// Where an algorithm was asked for, no part could be sent without a checksum that the storage
    /// enforced.
    private Verification verification(Verification proven) {
        boolean enforced = announcement.checksumAlgorithm().isPresent();
        return enforced || claim.whole().isPresent() ? Verification.CHECKSUM : proven;
    }

    /// What a caller is told when the storage holds another checksum of the whole file.
    public static ProblemException checksumMismatch() {
        return new ProblemException(
                ProblemCode.CHECKSUM_MISMATCH,
                "The stored bytes do not have the checksum that was given: compare the parts and send the"
                        + " wrong ones again.");
    }
}
