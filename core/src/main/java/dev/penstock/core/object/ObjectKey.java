package dev.penstock.core.object;

import java.nio.charset.StandardCharsets;

/// The name of an object in the bucket, 1 to 1,024 bytes of UTF-8 (Amazon S3 User Guide, "Naming
/// Amazon S3 objects"). Made by the server alone; a caller's key is only ever compared with one.
public record ObjectKey(String value) {
    public static final int MAX_BYTES = 1024;

    public ObjectKey {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("an object key has 1 to 1024 bytes, not " + bytes);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
