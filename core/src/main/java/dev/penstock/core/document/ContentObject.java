package dev.penstock.core.document;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.ObjectKey;
import java.util.Optional;

/// The original bytes of a document (`NATIVE`) and what is known of them.
///
/// @param name the original file name
/// @param documentVersion the caller's own version mark
/// @param checksum what the storage recorded for the whole object
public record ContentObject(
        ContentObjectId id,
        ObjectKey key,
        String name,
        ByteCount size,
        String mimeType,
        Optional<String> documentVersion,
        Verification verification,
        Optional<ObjectChecksum> checksum) {}
