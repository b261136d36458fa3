package dev.penstock.core.upload;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds what a caller says against what the storage's listing shows, before the storage is asked
/// to join anything: so a mismatch names the parts to send again and leaves the upload open. Pure.
public final class CompletionCheck {
    private static final int NAMED_PARTS = 1000;

    private final Announcement announcement;
    private final StorageCapabilities storage;
    private final CompletionClaim claim;

    public CompletionCheck(
            Announcement announcement, StorageCapabilities storage, CompletionClaim claim) {
        this.announcement = announcement;
        this.storage = storage;
        this.claim = claim;
    }

    /// What can be refused without looking into the storage.
    ///
    /// @throws ProblemException `size-mismatch`, `size-required`, `unsupported-checksum`
    public void requirePossible() {
        requireOneSize();
        requireChecksumsInForce();
    }

    /// @param listing all that the storage holds, ascending
    /// @throws ProblemException `upload-incomplete`, `part-mismatch`, `size-mismatch`,
    ///   `part-too-small`, `checksum-mismatch`, or as [#requirePossible]
    public VerifiedParts verify(List<StoredPart> listing) {
        requirePossible();
        List<StoredPart> parts = claim.parts().map(l -> named(l, listing)).orElse(listing);
        claim.parts().ifPresent(listed -> requireEqual(listed, parts));
        requireWhole(parts);
        ByteCount size = sum(parts);
        requireLargeEnough(parts);
        requireWholeChecksum(parts);
        return new VerifiedParts(parts, size, verification(), wholeForStorage());
    }

    // --- sizes

    private Optional<ByteCount> expectedSize() {
        return announcement.length().or(claim::size);
    }

    private void requireOneSize() {
        if (claim.size().isPresent()
                && announcement.length().isPresent()
                && !claim.size().equals(announcement.length())) {
            throw sizeMismatch(announcement.length().get(), claim.size().get());
        }
        if (expectedSize().isEmpty() && claim.parts().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.SIZE_REQUIRED,
                    "No length was announced: send the file's `size`, or the list of `parts`.");
        }
    }

    private void requireWhole(List<StoredPart> parts) {
        List<PartNumber> numbers = parts.stream().map(StoredPart::number).toList();
        Optional<ByteCount> expected = expectedSize();
        ByteCount found = sum(parts);
        boolean complete = expected.map(found::equals).orElse(true) && !parts.isEmpty();
        List<PartNumber> gaps = claim.parts().isPresent() ? List.of() : gaps(numbers);
        if (complete && gaps.isEmpty()) {
            return;
        }
        List<PartNumber> missing =
                expected.filter(length -> followsPlan(parts, length))
                        .map(length -> announcement.plan().missing(length, numbers))
                        .filter(m -> !m.isEmpty())
                        .orElse(parts.isEmpty() ? List.of(PartNumber.of(1)) : gaps);
        if (!missing.isEmpty()) {
            throw incomplete(missing);
        }
        throw sizeMismatch(expected.orElse(ByteCount.ZERO), found);
    }

    private boolean followsPlan(List<StoredPart> parts, ByteCount length) {
        return parts.stream()
                .allMatch(p ->
                        announcement
                                .plan()
                                .sizeOf(p.number(), length)
                                .map(p.size()::equals)
                                .orElse(false));
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

    private static void requireLargeEnough(List<StoredPart> parts) {
        List<PartNumber> small =
                parts.subList(0, parts.size() - 1).stream()
                        .filter(p -> PartPlan.MIN_PART.isMoreThan(p.size()))
                        .map(StoredPart::number)
                        .toList();
        if (!small.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.PART_TOO_SMALL,
                    "Every part but the last has at least 5 MiB; too small: " + some(small) + ".");
        }
    }

    // --- parts

    private List<StoredPart> named(List<ListedPart> listed, List<StoredPart> listing) {
        Map<PartNumber, StoredPart> held = new HashMap<>();
        listing.forEach(p -> held.put(p.number(), p));
        List<PartNumber> missing =
                listed.stream()
                        .map(ListedPart::number)
                        .filter(n -> !held.containsKey(n))
                        .sorted()
                        .toList();
        if (!missing.isEmpty()) {
            throw incomplete(missing);
        }
        return listed.stream()
                .map(p -> java.util.Objects.requireNonNull(held.get(p.number())))
                .sorted(Comparator.comparing(StoredPart::number))
                .toList();
    }

    private void requireEqual(List<ListedPart> listed, List<StoredPart> parts) {
        Map<PartNumber, StoredPart> held = new HashMap<>();
        parts.forEach(p -> held.put(p.number(), p));
        List<Problem.MismatchedPart> mismatches =
                listed.stream()
                        .sorted(Comparator.comparing(ListedPart::number))
                        .flatMap(p ->
                                mismatch(p, java.util.Objects.requireNonNull(held.get(p.number())))
                                        .stream())
                        .limit(NAMED_PARTS)
                        .toList();
        if (!mismatches.isEmpty()) {
            throw new Problem.PartMismatch(
                            "The storage holds other bytes for some parts: send those again.",
                            mismatches)
                    .asException();
        }
    }

    private Optional<Problem.MismatchedPart> mismatch(ListedPart listed, StoredPart held) {
        if (listed.size().isPresent() && !listed.size().get().equals(held.size())) {
            return Optional.of(mismatched(held, listed.size().get().value(), held.size().value()));
        }
        Optional<String> found = listed.checksum().flatMap(c -> comparable(c, held));
        if (listed.checksum().isPresent() && found.isPresent()) {
            String expected = listed.checksum().get().base64();
            return expected.equals(found.get())
                    ? Optional.empty()
                    : Optional.of(mismatched(held, expected, found.get()));
        }
        return listed.etag()
                .filter(e -> !e.equals(held.etag()))
                .map(e -> mismatched(held, e.value(), held.etag().value()));
    }

    /// The held part's checksum of the same algorithm as base64, where the listing tells it.
    private Optional<String> comparable(Checksum given, StoredPart held) {
        if (given.algorithm() == ChecksumAlgorithm.MD5 && storage.etagsAreMd5()) {
            return Optional.of(
                    given.hex().equals(held.etag().value())
                            ? given.base64()
                            : "ETag " + held.etag().value());
        }
        return held.checksum()
                .filter(c -> c.algorithm() == given.algorithm())
                .map(Checksum::base64);
    }

    private static Problem.MismatchedPart mismatched(
            StoredPart held, Object expected, Object found) {
        return new Problem.MismatchedPart(held.number(), expected.toString(), found.toString());
    }

    // --- checksums

    private void requireChecksumsInForce() {
        claim.whole().ifPresent(c -> requireInForce(c.algorithm()));
        claim.parts()
                .ifPresent(parts ->
                        parts.forEach(
                                p -> p.checksum().ifPresent(c -> requireInForce(c.algorithm()))));
    }

    private void requireInForce(ChecksumAlgorithm algorithm) {
        Optional<ChecksumAlgorithm> inForce =
                announcement.checksumAlgorithm().or(storage::computed);
        if (!inForce.equals(Optional.of(algorithm))) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_CHECKSUM,
                    "%s is not in force for this upload: %s."
                            .formatted(
                                    algorithm,
                                    inForce.map(a -> "send " + a)
                                            .orElse("request one with checksumAlgorithm")));
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
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_CHECKSUM,
                    "This storage cannot verify a whole-file %s of these parts: leave it out."
                            .formatted(whole.algorithm()));
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
                .or(() -> comparable(whole, only));
    }

    private Optional<Checksum> wholeForStorage() {
        return claim.whole().filter(c -> c.algorithm().combinesOverParts());
    }

    private Verification verification() {
        if (announcement.checksumAlgorithm().isPresent()
                || claim.whole().isPresent()
                || everyListedPart(p -> p.checksum().isPresent())) {
            return Verification.CHECKSUM;
        }
        boolean etags = storage.etagsAreMd5() && everyListedPart(p -> p.etag().isPresent());
        return etags ? Verification.ETAG : Verification.SIZE;
    }

    private boolean everyListedPart(java.util.function.Predicate<ListedPart> test) {
        return claim.parts().map(list -> list.stream().allMatch(test)).orElse(false);
    }

    // --- problems

    private static ByteCount sum(List<StoredPart> parts) {
        return new ByteCount(parts.stream().mapToLong(p -> p.size().value()).sum());
    }

    private static ProblemException sizeMismatch(ByteCount expected, ByteCount found) {
        return new Problem.SizeMismatch(
                        "The file was to have %d bytes and has %d."
                                .formatted(expected.value(), found.value()),
                        expected.value(),
                        found.value())
                .asException();
    }

    /// What a caller is told when the storage holds another checksum of the whole file.
    public static ProblemException checksumMismatch() {
        return new ProblemException(
                ProblemCode.CHECKSUM_MISMATCH,
                "The stored bytes do not have the checksum that was given: compare the parts and send the"
                        + " wrong ones again.");
    }

    private static ProblemException incomplete(List<PartNumber> missing) {
        return new Problem.UploadIncomplete(
                        "The storage lacks %d part(s): %s. Send them and complete again."
                                .formatted(missing.size(), some(missing)),
                        missing.subList(0, Math.min(NAMED_PARTS, missing.size())),
                        missing.size())
                .asException();
    }

    private static String some(List<PartNumber> numbers) {
        String first =
                String.join(", ", numbers.stream().limit(10).map(PartNumber::toString).toList());
        return numbers.size() > 10 ? first + ", …" : first;
    }
}
