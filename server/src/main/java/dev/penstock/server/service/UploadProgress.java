package dev.penstock.server.service;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.upload.Upload;
import java.util.List;

/// An upload and what the storage holds of it.
public record UploadProgress(Upload upload, int parts, ByteCount bytes) {

    static UploadProgress of(Upload upload, List<StoredPart> held) {
        long bytes = held.stream().mapToLong(p -> p.size().value()).sum();
        return new UploadProgress(upload, held.size(), new ByteCount(bytes));
    }
}
