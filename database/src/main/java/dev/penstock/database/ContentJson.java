package dev.penstock.database;

import dev.penstock.core.document.ContainerObject;
import dev.penstock.core.document.ContentObject;
import java.util.Optional;

/// What is known of a content object and is not a column.
///
/// @param declaredType not in rows of version 3 of the schema, where it is the `mimeType`
/// @param checksum as [ChecksumText] has it
record ContentJson(
        int v,
        String name,
        String mimeType,
        Optional<String> declaredType,
        Optional<String> documentVersion,
        Optional<String> checksum)
        implements Json.Versioned {

    static String write(ContentObject content) {
        return Json.write(
                new ContentJson(
                        1,
                        content.name(),
                        content.mimeType(),
                        content.declaredType(),
                        content.documentVersion(),
                        content.checksum().map(ChecksumText::of)));
    }

    static String write(ContainerObject container) {
        return Json.write(
                new ContentJson(
                        1,
                        container.name(),
                        ContainerObject.MIME_TYPE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static ContentJson read(String text) {
        return Json.read(text, ContentJson.class);
    }
}
