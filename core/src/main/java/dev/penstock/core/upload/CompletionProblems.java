package dev.penstock.core.upload;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/// What a caller is told when a completion cannot begin.
final class CompletionProblems {
    /// Most parts that a problem names.
    private static final int NAMED_PARTS = 1000;

    private CompletionProblems() {}

    /// @param missing ascending
    static ProblemException incomplete(List<PartNumber> missing) {
        return new Problem.UploadIncomplete(
                        "%d part(s) are missing: %s. Send them and complete again; a list of `parts` names all that belong to the file."
                                .formatted(missing.size(), some(missing)),
                        first(missing),
                        missing.size())
                .asException();
    }

    static ProblemException otherBytes(List<Problem.MismatchedPart> parts) {
        return new Problem.PartMismatch(
                        "The storage holds other bytes than you name for %d part(s): %s. Send those again."
                                .formatted(
                                        parts.size(),
                                        some(
                                                parts.stream()
                                                        .map(Problem.MismatchedPart::number)
                                                        .toList())),
                        first(parts))
                .asException();
    }

    static ProblemException otherSize(ByteCount expected, ByteCount found) {
        return sizeMismatch("The file was to have %d bytes, its parts have %d.", expected, found);
    }

    static ProblemException contradictingSize(ByteCount announced, ByteCount claimed) {
        return sizeMismatch(
                "The upload was announced with %d bytes, but `size` says %d: leave it out or begin anew.",
                announced, claimed);
    }

    private static ProblemException sizeMismatch(
            String sentence, ByteCount expected, ByteCount found) {
        return new Problem.SizeMismatch(
                        sentence.formatted(expected.value(), found.value()),
                        expected.value(),
                        found.value())
                .asException();
    }

    static ProblemException sizeRequired() {
        return new ProblemException(
                ProblemCode.SIZE_REQUIRED,
                "No length was announced: send the file's `size`, or the list of `parts`.");
    }

    static ProblemException tooSmall(List<PartNumber> small) {
        return new ProblemException(
                ProblemCode.PART_TOO_SMALL,
                "Every part but the last has at least 5 MiB; too small: " + some(small) + ".");
    }

    static ProblemException notInForce(
            ChecksumAlgorithm given, Optional<ChecksumAlgorithm> inForce) {
        return new ProblemException(
                ProblemCode.UNSUPPORTED_CHECKSUM,
                "%s is not in force for this upload: %s."
                        .formatted(
                                given,
                                inForce.map(a -> "send " + a)
                                        .orElse("ask for it with checksumAlgorithm")));
    }

    static ProblemException notVerifiable(ChecksumAlgorithm given) {
        return new ProblemException(
                ProblemCode.UNSUPPORTED_CHECKSUM,
                "This storage cannot verify a whole-file %s of these parts: leave it out."
                        .formatted(given));
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(NAMED_PARTS, all.size()));
    }

    private static String some(List<PartNumber> numbers) {
        String first =
                String.join(", ", numbers.stream().limit(10).map(PartNumber::toString).toList());
        return numbers.size() > 10 ? first + ", …" : first;
    }
}
