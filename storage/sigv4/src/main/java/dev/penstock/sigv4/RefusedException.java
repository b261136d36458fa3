package dev.penstock.sigv4;

/// Carries a refusal out of the checks of [SignatureVerifier], which turns it into a result.
final class RefusedException extends RuntimeException {
    private final Refusal reason;

    /// @param detail a sentence for the sender, free of secrets
    RefusedException(Refusal reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    static RefusedException malformed(String detail) {
        return new RefusedException(Refusal.MALFORMED, detail);
    }

    Verification.Refused toResult() {
        return new Verification.Refused(reason, String.valueOf(getMessage()));
    }
}
