package dev.penstock.kddb;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a document came from and where its original is: enough for the Python library to fetch it,
/// and never a bucket, an object key, a presigned URL or a token.
///
/// @param originalFilename as the caller named the file
/// @param originalPath in the document store
/// @param mimeType found in the bytes
/// @param checksum of the whole file where one was verified, as `algorithm:value`, e.g.
///   `crc64nvme:…` in base64
/// @param created when the upload was completed
/// @param storeRef `organization/store`
/// @param family id of the document family
/// @param nativeContent id of the `NATIVE` content object
/// @param documentVersion as the caller gave it
public record ContainerSource(
        String originalFilename,
        String originalPath,
        String mimeType,
        Optional<String> checksum,
        Instant created,
        String storeRef,
        UUID family,
        UUID nativeContent,
        Optional<String> documentVersion) {
    private static final String CONNECTOR = "document-store";

    /// The map `source` of the blob. File name, path and type have two spellings: the 7.4
    /// generation of the library reads the first, the next one the second. The family's id is in
    /// `headers` too, since 7.4 drops `document_family_id` at its first save.
    Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("original_filename", originalFilename);
        map.put("original_path", originalPath);
        checksum.ifPresent(value -> map.put("checksum", value));
        map.put("created", created.toString());
        map.put("connector", CONNECTOR);
        map.put("mime_type", mimeType);
        map.put("document_family_id", family.toString());
        map.put("originalFilename", originalFilename);
        map.put("originalPath", originalPath);
        map.put("mimeType", mimeType);
        map.put("headers", headers());
        return map;
    }

    private Map<String, @Nullable Object> headers() {
        Map<String, @Nullable Object> headers = new LinkedHashMap<>();
        headers.put("ref", storeRef);
        headers.put("family", family.toString());
        headers.put("id", nativeContent.toString());
        documentVersion.ifPresent(version -> headers.put("document_version", version));
        return headers;
    }
}
