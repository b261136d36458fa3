package dev.penstock.core.problem;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// Catches the problem that a call answers with.
public final class Refusal {
    private Refusal() {}

    /// Fails when the call goes through.
    public static Problem of(Runnable call) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, call::run);
        if (refusal == null) {
            throw new AssertionError("was not refused");
        }
        return refusal.problem();
    }

    public static ProblemCode codeOf(Runnable call) {
        return of(call).code();
    }
}
