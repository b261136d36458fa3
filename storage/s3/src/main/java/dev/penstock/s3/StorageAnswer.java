package dev.penstock.s3;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// An error that the storage answered with, without the storage's own sentence: that may repeat
/// what was signed.
final class StorageAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;

    StorageAnswer(AwsServiceException answer) {
        super(describe(answer));
        this.code = code(answer);
        this.status = answer.statusCode();
        setStackTrace(answer.getStackTrace());
    }

    /// S3's error code, empty where the answer had none.
    String code() {
        return code;
    }

    int status() {
        return status;
    }

    private static String code(AwsServiceException answer) {
        if (answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null) {
            return "";
        }
        return answer.awsErrorDetails().errorCode();
    }

    private static String describe(AwsServiceException answer) {
        String name = code(answer).isEmpty() ? "an error" : code(answer);
        String id = answer.requestId() == null ? "none" : answer.requestId();
        return "%s (status %d, request id %s)".formatted(name, answer.statusCode(), id);
    }
}
