package dev.penstock.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

/// Says what became of a request.
final class VerificationAssert {

    static void assertRefused(ReceivedRequest request, Refusal reason) {
        assertRefused(Example.verify(request), reason);
    }

    static void assertRefused(Verification verification, Refusal reason) {
        assertThat(verification)
                .isInstanceOfSatisfying(
                        Verification.Refused.class,
                        refused -> {
                            assertThat(refused.reason()).as(refused.detail()).isEqualTo(reason);
                            assertThat(refused.detail()).isNotBlank();
                        });
    }

    static Verification.Verified assertVerified(ReceivedRequest request) {
        Verification verification = Example.verify(request);
        assertThat(verification).isInstanceOf(Verification.Verified.class);
        return (Verification.Verified) verification;
    }

    private VerificationAssert() {}
}
