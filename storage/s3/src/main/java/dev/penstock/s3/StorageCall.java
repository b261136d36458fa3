package dev.penstock.s3;

import dev.penstock.core.object.ObjectStoreException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Makes a call and says in the port's words how it failed
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html>).
final class StorageCall {
    /// Refusals that pass by themselves, though their status is not 5xx.
    private static final Set<String> PASSING =
            Set.of(
                    "RequestTimeout",
                    "OperationAborted",
                    "ConditionalRequestConflict",
                    "SlowDown",
                    "TooManyRequests",
                    "Throttling",
                    "ThrottlingException",
                    "InternalError",
                    "ServiceUnavailable");

    /// @param operation S3's name of it
    static <T> T make(String operation, Supplier<T> call) {
        return unless(answer -> false, operation, call).orElseThrow();
    }

    /// Empty when the storage answers that the thing is missing.
    static <T> Optional<T> unless(
            Predicate<StorageAnswer> missing, String operation, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (AwsServiceException e) {
            StorageAnswer answer = new StorageAnswer(e);
            if (missing.test(answer)) {
                return Optional.empty();
            }
            throw refusal(operation, answer);
        } catch (SdkException e) {
            throw new ObjectStoreException.Unavailable(
                    operation + ": no answer from the storage: " + e.getMessage(), e);
        }
    }

    /// What no whole answer lacks: an answer that was cut tells nothing.
    ///
    /// @throws ObjectStoreException.Unavailable when it is missing
    static <T> T required(@Nullable T value, String operation, String field) {
        if (value == null) {
            String message = operation + ": an answer without " + field;
            throw new ObjectStoreException.Unavailable(message, new IllegalStateException(message));
        }
        return value;
    }

    /// The code decides before the status: an error may come with 200.
    private static ObjectStoreException refusal(String operation, StorageAnswer answer) {
        String message = operation + ": the storage answered " + answer.getMessage();
        return switch (answer.code()) {
            case "NoSuchUpload" -> new ObjectStoreException.NoSuchMultipart(message, answer);
            case "InvalidPart", "InvalidPartOrder", "EntityTooSmall" ->
                    new ObjectStoreException.PartsRefused(message, answer);
            case "BadDigest", "InvalidDigest", "XAmzContentChecksumMismatch" ->
                    new ObjectStoreException.ChecksumRefused(message, answer);
            default ->
                    isPassing(answer)
                            ? new ObjectStoreException.Unavailable(message, answer)
                            : new ObjectStoreException.Refused(message, answer);
        };
    }

    private static boolean isPassing(StorageAnswer answer) {
        return answer.status() >= 500
                || answer.status() < 300
                || answer.status() == 408
                || answer.status() == 429
                || PASSING.contains(answer.code());
    }

    private StorageCall() {}
}
