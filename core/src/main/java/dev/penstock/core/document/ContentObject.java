package dev.penstock.core.document;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.ObjectKey;
import java.util.Locale;
import java.util.Optional;

/// The original bytes of a document (`NATIVE`) and what is known of them.
///
/// @param name the original file name
/// @param mimeType found in the first bytes, with the name as a hint
/// @param declaredType what the caller said it was
/// @param documentVersion the caller's own version mark
/// @param checksum what the storage recorded for the whole object
public record ContentObject(
        ContentObjectId id,
        ObjectKey key,
        String name,
        ByteCount size,
        String mimeType,
        Optional<String> declaredType,
        Optional<String> documentVersion,
        Verification verification,
        Optional<ObjectChecksum> checksum) {

    /// `algorithm:value` of the whole file, where a checksum that its sender gave was verified.
    public Optional<String> verifiedChecksum() {
        return checksum.filter(c -> verification == Verification.CHECKSUM)
                .filter(c -> c.type() == ObjectChecksum.Type.FULL_OBJECT)
                .map(c -> c.algorithm().name().toLowerCase(Locale.ROOT) + ":" + c.base64());
    }
}
