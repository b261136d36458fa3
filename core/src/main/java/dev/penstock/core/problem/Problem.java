package dev.penstock.core.problem;

import dev.penstock.core.object.PartNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a caller is told when something is refused or fails: a code of the closed list, one
/// sentence that says what to do, and the data of the case.
public sealed interface Problem {
    ProblemCode code();

    /// One sentence for a person: what is wrong and what would be right. Never a secret.
    String detail();

    static Problem of(ProblemCode code, String detail) {
        return new Plain(code, detail);
    }

    default ProblemException asException() {
        return new ProblemException(this);
    }

    /// A problem whose code and sentence say it all.
    record Plain(ProblemCode code, String detail) implements Problem {}

    /// Fields of a body that cannot be taken, each with the reason.
    record InvalidFields(List<InvalidField> fields) implements Problem {
        public InvalidFields {
            fields = List.copyOf(fields);
        }

        @Override
        public ProblemCode code() {
            return ProblemCode.INVALID_FIELD;
        }

        @Override
        public String detail() {
            return fields.stream()
                    .map(f -> f.field() + " " + f.reason())
                    .collect(Collectors.joining("; ", "", "."));
        }
    }

    /// @param field the name in the body, with dots for what is inside
    /// @param reason the end of a sentence whose subject is the field: `must be a whole number`
    record InvalidField(String field, String reason) {}

    /// Parts that must still be sent.
    ///
    /// @param missingParts ascending, the first 1,000
    /// @param missingCount all of them
    record UploadIncomplete(String detail, List<PartNumber> missingParts, int missingCount)
            implements Problem {
        public UploadIncomplete {
            missingParts = List.copyOf(missingParts);
        }

        @Override
        public ProblemCode code() {
            return ProblemCode.UPLOAD_INCOMPLETE;
        }
    }

    /// Parts whose bytes are not those that were meant: send them again.
    record PartMismatch(String detail, List<MismatchedPart> parts) implements Problem {
        public PartMismatch {
            parts = List.copyOf(parts);
        }

        @Override
        public ProblemCode code() {
            return ProblemCode.PART_MISMATCH;
        }
    }

    /// @param expected what the caller named: a size, an ETag or a checksum
    /// @param found what the storage holds
    record MismatchedPart(PartNumber number, String expected, String found) {}

    /// Another number of bytes than announced.
    ///
    /// @param expected in bytes
    /// @param found in bytes
    record SizeMismatch(String detail, long expected, long found) implements Problem {
        @Override
        public ProblemCode code() {
            return ProblemCode.SIZE_MISMATCH;
        }
    }

    /// The upload has come to an end that this call does not fit.
    ///
    /// @param state the state's name on the wire
    /// @param problem the recorded cause of a rejected or failed upload
    record UploadClosed(String detail, String state, Optional<ProblemCode> problem)
            implements Problem {
        @Override
        public ProblemCode code() {
            return ProblemCode.UPLOAD_CLOSED;
        }
    }

    /// Something to ask again later; goes out with `Retry-After`.
    record Later(ProblemCode code, String detail, Duration retryAfter) implements Problem {}
}
