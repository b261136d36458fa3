package dev.penstock.core.document;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectKey;

/// The container (`DOCUMENT`) that was made from a document's original bytes.
public record ContainerObject(ContentObjectId id, ObjectKey key, String name, ByteCount size) {
    /// Of a SQLite file (<https://www.iana.org/assignments/media-types/application/vnd.sqlite3>).
    public static final String MIME_TYPE = "application/vnd.sqlite3";
}
