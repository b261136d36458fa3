package dev.penstock.database;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.StoredObject;
import java.util.Optional;

/// A stored object inside the data of an upload.
///
/// @param size in bytes
/// @param checksum as [ChecksumText] has it
record ObjectJson(long size, String etag, Optional<String> checksum) {

    static ObjectJson of(StoredObject object) {
        return new ObjectJson(
                object.size().value(),
                object.etag().value(),
                object.checksum().map(ChecksumText::of));
    }

    StoredObject object() {
        return new StoredObject(
                new ByteCount(size), new ETag(etag), checksum.map(ChecksumText::objectChecksum));
    }
}
