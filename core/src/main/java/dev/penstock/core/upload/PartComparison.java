package dev.penstock.core.upload;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem.MismatchedPart;
import dev.penstock.core.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Compares parts as a caller lists them with those that the storage holds: the size, then a
/// checksum, and an ETag only where no checksum could be compared.
final class PartComparison {
    private final StorageCapabilities storage;

    PartComparison(StorageCapabilities storage) {
        this.storage = storage;
    }

    /// How one comparison ended.
    private sealed interface Outcome {
        record Same(Verification proof) implements Outcome {}

        record Other(MismatchedPart part) implements Outcome {}
    }

    /// @param listed parts that are all held
    /// @return how far every one of them was proven; `SIZE` for none
    /// @throws ProblemException `part-mismatch`
    Verification requireEqual(List<ListedPart> listed, HeldParts held) {
        var others = new ArrayList<MismatchedPart>();
        var proofs = new ArrayList<Verification>();
        for (ListedPart part : listed) {
            switch (compare(part, held.find(part.number()).orElseThrow())) {
                case Outcome.Same(Verification proof) -> proofs.add(proof);
                case Outcome.Other(MismatchedPart other) -> others.add(other);
            }
        }
        if (!others.isEmpty()) {
            others.sort(Comparator.comparing(MismatchedPart::number));
            throw CompletionProblems.otherBytes(others);
        }
        return proofs.stream().min(Comparator.naturalOrder()).orElse(Verification.SIZE);
    }

    /// What the storage knows of a held part in the algorithm of a given checksum: a base64 text,
    /// which is that of the given one where they agree. Empty where it knows nothing.
    Optional<String> found(Checksum given, StoredPart held) {
        if (given.algorithm() == ChecksumAlgorithm.MD5 && storage.etagsAreMd5()) {
            boolean same = given.hex().equals(held.etag().value());
            return Optional.of(same ? given.base64() : "ETag " + held.etag());
        }
        return held.checksum()
                .filter(c -> c.algorithm() == given.algorithm())
                .map(Checksum::base64);
    }

    private Outcome compare(ListedPart listed, StoredPart held) {
        if (listed.size().isPresent() && !listed.size().get().equals(held.size())) {
            return other(held, listed.size().get().value(), held.size().value());
        }
        return listed.checksum()
                .flatMap(given -> byChecksum(given, held))
                .or(() -> listed.etag().map(given -> byETag(given, held)))
                .orElse(new Outcome.Same(Verification.SIZE));
    }

    private Optional<Outcome> byChecksum(Checksum given, StoredPart held) {
        return found(given, held)
                .map(found ->
                        found.equals(given.base64())
                                ? new Outcome.Same(Verification.CHECKSUM)
                                : other(held, given.base64(), found));
    }

    private Outcome byETag(ETag given, StoredPart held) {
        if (!given.equals(held.etag())) {
            return other(held, given, held.etag());
        }
        return new Outcome.Same(storage.etagsAreMd5() ? Verification.ETAG : Verification.SIZE);
    }

    private static Outcome other(StoredPart held, Object expected, Object found) {
        return new Outcome.Other(
                new MismatchedPart(held.number(), expected.toString(), found.toString()));
    }
}
