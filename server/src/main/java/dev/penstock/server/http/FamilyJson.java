package dev.penstock.server.http;

import dev.penstock.contract.ChecksumJson;
import dev.penstock.contract.ContentObjectJson;
import dev.penstock.contract.ContentSourceJson;
import dev.penstock.contract.DocumentFamilyJson;
import dev.penstock.contract.KnowledgeFeatureJson;
import dev.penstock.contract.LabelJson;
import dev.penstock.contract.StatusJson;
import dev.penstock.contract.WarningJson;
import dev.penstock.core.document.ContainerObject;
import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.FamilyFeature;
import dev.penstock.core.document.Warning;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.Label;
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
                family.status().map(FamilyJson::status),
                family.labels().stream().map(FamilyJson::label).toList(),
                List.of(),
                family.metadata(),
                family.features().stream().map(FamilyJson::feature).toList(),
                Optional.of(family.uploadId()),
                Stream.concat(family.warnings().stream(), more.stream())
                        .map(w -> new WarningJson(w.code(), w.detail()))
                        .toList(),
                Stream.concat(
                                Stream.of(nativeContent(family)),
                                family.container().stream().map(c -> container(family, c)))
                        .toList());
    }

    private static StatusJson status(DocumentStatus s) {
        return new StatusJson(s.id().value(), s.slug().value(), s.name(), s.name(), s.color());
    }

    private static LabelJson label(Label l) {
        return new LabelJson(l.id().value(), l.name(), l.name(), l.color());
    }

    private static KnowledgeFeatureJson feature(FamilyFeature f) {
        return new KnowledgeFeatureJson(f.feature().toString(), Optional.of(f.source()));
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
                content.declaredType(),
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

    private static ContentObjectJson container(DocumentFamily family, ContainerObject container) {
        ContentObject original = family.nativeContent();
        return new ContentObjectJson(
                container.id().value(),
                container.id().value(),
                "DOCUMENT",
                1,
                container.name(),
                container.size().value(),
                Optional.of(ContainerObject.MIME_TYPE),
                Optional.empty(),
                Optional.of(family.store().ref()),
                family.id().value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(original.id().value()),
                Optional.of(
                        new ContentSourceJson(
                                original.name(),
                                family.originalPath().value(),
                                Optional.of(original.mimeType()),
                                original.verifiedChecksum())));
    }
}
