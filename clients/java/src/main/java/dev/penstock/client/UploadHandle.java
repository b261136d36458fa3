package dev.penstock.client;

import java.util.UUID;

/// What every later call of an upload names.
public record UploadHandle(UUID uploadId, String s3Key) {

    Query query() {
        return Query.of("uploadId", uploadId).and("s3Key", s3Key);
    }
}
