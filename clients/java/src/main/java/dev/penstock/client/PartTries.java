package dev.penstock.client;

import java.util.Optional;

/// What has gone wrong with one part so far, and whether that still is bad luck. For one thread.
final class PartTries {
    private static final int MOST_REFUSED_URLS = 5;
    private static final int MOST_CORRUPTIONS = 4;
    private static final int MOST_DENIALS = 3;

    private final Retries retries;
    private int refusedUrls;
    private int corruptions;
    private int denials;

    PartTries(Retries retries) {
        this.retries = retries;
    }

    int failures() {
        return retries.failures();
    }

    void pauseAfterSilence(String reason) {
        if (!retries.pause("the storage: " + reason, Optional.empty())) {
            throw new NoAnswerException("The storage", reason);
        }
    }

    void pauseAfter(PutOutcome.Refused refused, HashedPart part) {
        var reason = "the storage: %d %s".formatted(refused.status(), refused.s3Code()).strip();
        if (!retries.pause(reason, refused.retryAfter())) {
            throw refusal(refused, part);
        }
    }

    /// The first dead URL is an ordinary thing and costs no wait; one after the other is a fault.
    void countRefusedUrl(PutOutcome.Refused refused, HashedPart part) {
        if (++refusedUrls > MOST_REFUSED_URLS) {
            throw refusal(refused, part);
        }
        if (refusedUrls > 1) {
            pauseAfter(refused, part);
        }
    }

    void countCorruption(PutOutcome.Refused refused, HashedPart part) {
        if (++corruptions > MOST_CORRUPTIONS) {
            throw refusal(refused, part);
        }
        pauseAfter(refused, part);
    }

    /// @return whether the storage has denied the upload too often to be mistaken; else it has been
    ///   waited
    boolean isDenialFinal(PutOutcome.Refused refused) {
        return ++denials >= MOST_DENIALS
                || !retries.pause("the storage does not know the upload", refused.retryAfter());
    }

    static StorageRefusedException refusal(PutOutcome.Refused refused, HashedPart part) {
        return new StorageRefusedException(
                "part " + part.number(), refused.status(), refused.s3Code());
    }
}
