package dev.penstock.embedded.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.embedded.error.S3Error;

/// A bucket and a key in it: any UTF-8 text of 1 to 1,024 bytes.
public record ObjectKey(String bucket, String key) {
    private static final int MAX_BYTES = 1024;

    /// @throws dev.penstock.embedded.error.S3Exception `KeyTooLongError`
    public ObjectKey {
        if (key.getBytes(UTF_8).length > MAX_BYTES) {
            throw S3Error.KEY_TOO_LONG
                    .exception()
                    .with("Size", key.getBytes(UTF_8).length)
                    .with("MaxSizeAllowed", MAX_BYTES);
        }
    }

    /// The key as the catalog orders it: by its UTF-8 bytes, as S3 lists.
    public byte[] keyBytes() {
        return key.getBytes(UTF_8);
    }
}
