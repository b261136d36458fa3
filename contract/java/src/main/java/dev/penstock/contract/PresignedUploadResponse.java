package dev.penstock.contract;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// The answer of `POST …/presigned-upload-request`: one URL that takes the whole file.
///
/// @param uploadUrl where to PUT the bytes; a secret while it lives, so it is not in [#toString()]
/// @param expiresAt when the URL dies
/// @param requiredHeaders what the PUT must send beyond what every HTTP client sends by itself
/// @param uploadExpiresAt the deadline of the upload itself
public record PresignedUploadResponse(
        String uploadUrl,
        String s3Key,
        UUID uploadId,
        Instant expiresAt,
        Map<String, String> requiredHeaders,
        Instant uploadExpiresAt) {

    public PresignedUploadResponse {
        requiredHeaders = Absent.asEmpty(requiredHeaders);
    }

    @Override
    public String toString() {
        return "PresignedUploadResponse[uploadId=%s, s3Key=%s, expiresAt=%s]"
                .formatted(uploadId, s3Key, expiresAt);
    }
}
