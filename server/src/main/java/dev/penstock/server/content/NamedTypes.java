package dev.penstock.server.content;

import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/// How far a name may say what a file is.
final class NamedTypes {
    private static final int LONGEST = 255;

    private final MimeTypes types;

    NamedTypes(MimeTypes types) {
        this.types = types;
    }

    /// The last segment, at most its last 255 characters, with `_` for all that no pattern asks
    /// for: a name is never read as an address.
    static String plainName(String fileName) {
        int slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        String last = fileName.substring(slash + 1);
        return last.substring(Math.max(0, last.length() - LONGEST))
                .replaceAll("[^A-Za-z0-9._~+-]", "_");
    }

    /// Whether a name says that unknown bytes are of a kind that can be told by its bytes, or text,
    /// and so is not what they are.
    boolean contradicts(MediaType ofBytes, MediaType ofBoth) {
        return ofBytes.equals(MediaType.OCTET_STREAM)
                && !ofBoth.equals(ofBytes)
                && canBeTold(ofBoth);
    }

    private boolean canBeTold(MediaType type) {
        MediaTypeRegistry registry = types.getMediaTypeRegistry();
        for (@Nullable MediaType t = type; t != null; t = registry.getSupertype(t)) {
            if (t.equals(MediaType.OCTET_STREAM)) {
                return false;
            }
            if (t.equals(MediaType.TEXT_PLAIN) || hasMagic(t)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasMagic(MediaType type) {
        try {
            @Nullable MimeType known = types.getRegisteredMimeType(type.toString());
            return known != null && known.hasMagic();
        } catch (MimeTypeException e) {
            return false;
        }
    }
}
