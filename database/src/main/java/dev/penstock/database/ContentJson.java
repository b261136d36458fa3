package dev.penstock.database;

import dev.penstock.core.document.ContentObject;
import java.util.Optional;

/// What is known of a content object and is not a column.
///
/// @param checksum as [ChecksumText] has it
record ContentJson(
        int v,
        String name,
        String mimeType,
        Optional<String> documentVersion,
        Optional<String> checksum)
        implements Json.Versioned {

    static String write(ContentObject content) {
        return Json.write(
                new ContentJson(
                        1,
                        content.name(),
                        content.mimeType(),
                        content.documentVersion(),
                        content.checksum().map(ChecksumText::of)));
    }

    static ContentJson read(String text) {
        return Json.read(text, ContentJson.class);
    }
}
