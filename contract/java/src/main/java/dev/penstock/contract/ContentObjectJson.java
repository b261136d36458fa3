package dev.penstock.contract;

import java.util.Optional;
import java.util.UUID;

/// Bytes of a document family.
///
/// @param uuid the same as `id`
/// @param contentType `NATIVE`: the original bytes; `DOCUMENT`: the container made from them
/// @param index position in the family, from 0
/// @param size in bytes
/// @param mimeType found in the first bytes
/// @param declaredMimeType what the caller said it was
/// @param verified how far the bytes were proven: `checksum`, `etag` or `size`
/// @param sourceContentObjectId what a container was made from
public record ContentObjectJson(
        UUID id,
        UUID uuid,
        String contentType,
        int index,
        String name,
        long size,
        Optional<String> mimeType,
        Optional<String> declaredMimeType,
        Optional<String> storeRef,
        UUID documentFamilyId,
        Optional<String> documentVersion,
        Optional<String> verified,
        Optional<ChecksumJson> checksum,
        Optional<UUID> sourceContentObjectId,
        Optional<ContentSourceJson> source) {}
