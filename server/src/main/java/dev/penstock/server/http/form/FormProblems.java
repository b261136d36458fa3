package dev.penstock.server.http.form;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;

/// What is said about a form that cannot be taken.
final class FormProblems {

    static ProblemException notAForm() {
        return new ProblemException(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                "Send the file as multipart/form-data with a boundary, as curl -F does.");
    }

    /// @param what the end of a sentence whose subject is the form
    static ProblemException malformed(String what) {
        return new ProblemException(ProblemCode.INVALID_BODY, "The form " + what + ".");
    }

    static ProblemException tooLarge(ByteCount most) {
        return new ProblemException(
                ProblemCode.DIRECT_UPLOAD_TOO_LARGE,
                "A direct upload has at most %s in all: send larger files by a multipart upload."
                        .formatted(text(most)));
    }

    static ProblemException fieldsTooLarge(int most) {
        return new ProblemException(
                ProblemCode.BODY_TOO_LARGE,
                "The fields of a form have at most %s together, its files aside."
                        .formatted(text(ByteCount.bytes(most))));
    }

    private static String text(ByteCount size) {
        long mebibytes = size.value() >> 20;
        return mebibytes << 20 == size.value() && mebibytes > 0
                ? mebibytes + " MiB"
                : size.toString();
    }

    private FormProblems() {}
}
