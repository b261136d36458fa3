package dev.penstock.core.upload;

import java.util.UUID;

/// The id of an upload.
public record UploadId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
