package dev.penstock.server.http;

import dev.penstock.contract.ChecksumJson;
import dev.penstock.contract.ContentObjectJson;
import dev.penstock.contract.DocumentFamilyJson;
import dev.penstock.contract.WarningJson;
import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.Warning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A document family as the wire has it.
public final class FamilyJson {
    private FamilyJson() {}

    public static DocumentFamilyJson of(DocumentFamily family) {
        return of(family, List.of());
    }

    /// @param more warnings about the call that is answered
    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    static DocumentFamilyJson of(DocumentFamily family, List<Warning> more) {
        return new DocumentFamilyJson(
                family.id().value(),
                family.id().value(),
                family.changeSequence(),
                family.createdOn(),
                family.updatedOn(),
                family.path().value(),
                family.originalPath().value(),
                family.store().ref(),
                family.nativeContent().size().value(),
                false,
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                family.metadata(),
                List.of(),
                Optional.of(family.uploadId()),
                Stream.concat(family.warnings().stream(), more.stream())
                        .map(w -> new WarningJson(w.code(), w.detail()))
                        .toList(),
                List.of(nativeContent(family)));
    }

    private static ContentObjectJson nativeContent(DocumentFamily family) {
        ContentObject content = family.nativeContent();
        return new ContentObjectJson(
                content.id().value(),
                content.id().value(),
                "NATIVE",
                0,
                content.name(),
                content.size().value(),
                Optional.of(content.mimeType()),
                Optional.of(family.store().ref()),
                family.id().value(),
                content.documentVersion(),
                Optional.of(content.verification().text()),
                content.checksum()
                        .map(c ->
                                new ChecksumJson(
                                        c.algorithm().name(),
                                        Optional.of(c.type().name()),
                                        c.base64())),
                Optional.empty(),
                Optional.empty());
    }
}
