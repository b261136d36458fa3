package dev.penstock.server.service;

import dev.penstock.core.document.ContainerObject;
import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.ContentObjectId;
import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.document.NewDocument;
import dev.penstock.core.document.Verification;
import dev.penstock.core.document.WantedLabel;
import dev.penstock.core.document.Warning;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.metadata.MetadataMerge;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.vocabulary.LabelId;
import dev.penstock.kddb.UnreadableContainerException;
import dev.penstock.server.content.ContentTypePatterns;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the document of a whole, verified object: finds its type, merges its metadata, resolves
/// what it names, and writes its container. Nothing of it is a document before it is saved
/// ([dev.penstock.core.upload.UploadRepository#complete]).
final class DocumentMaker {
    private final StoredContent content;
    private final Containers containers;
    private final Vocabulary vocabulary;
    private final Ids ids;
    private final InstantSource clock;

    DocumentMaker(
            StoredContent content,
            Containers containers,
            Vocabulary vocabulary,
            Ids ids,
            InstantSource clock) {
        this.content = content;
        this.containers = containers;
        this.vocabulary = vocabulary;
        this.ids = ids;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Judgement {
        /// A document may be made.
        record Wanted(NewDocument document) implements Judgement {}

        /// The intake does not take this content.
        record Unwanted(Problem problem) implements Judgement {}
    }

    /// @param home the store that the upload was announced for
    /// @throws ProblemException `storage-unavailable`; `invalid-field` where a value cannot be
    ///   written into a container
    Judgement make(Intake intake, DocumentStore home, Material material) {
        try (StoredContent.Look look = content.look(material)) {
            List<String> allowed = intake.limits().allowedContentTypes();
            return ContentTypePatterns.isAllowed(allowed, look.mimeType())
                    ? new Judgement.Wanted(readable(intake, home, material, look))
                    : new Judgement.Unwanted(notAllowed(allowed, look.mimeType()));
        }
    }

    /// A document that could not be saved leaves its container to be removed.
    void discard(NewDocument document) {
        containers.discard(document.container());
    }

    private static Problem notAllowed(List<String> allowed, String found) {
        return Problem.of(
                ProblemCode.CONTENT_TYPE_NOT_ALLOWED,
                "The file is %s by its bytes; this intake takes %s."
                        .formatted(found, String.join(", ", allowed)));
    }

    /// A container that can be read and not copied is an ordinary file too.
    private NewDocument readable(
            Intake intake, DocumentStore home, Material material, StoredContent.Look look) {
        try {
            return document(intake, home, material, look);
        } catch (UnreadableContainerException e) {
            return document(intake, home, material, look.asOrdinary(e.reason()));
        }
    }

    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    private NewDocument document(
            Intake intake, DocumentStore home, Material material, StoredContent.Look look) {
        DocumentFields fields = material.request().fields();
        Vocabulary.Named named = vocabulary.resolve(intake, fields);
        FamilyId id = new FamilyId(ids.next());
        Instant now = clock.instant();
        ContentObject original = original(material, look);
        Map<String, @Nullable Object> metadata =
                MetadataMerge.merge(
                        List.of(
                                fields.extraFields(),
                                intake.metadata(),
                                look.metadata(),
                                fields.metadata()));
        ContainerObject container =
                containers.write(
                        new Containers.Contents(
                                id, home, material, original, metadata, named, look, now));
        return new NewDocument(
                id,
                home,
                intake.id(),
                material.announcement().id().value(),
                material.request().path(),
                metadata,
                original,
                container,
                wanted(fields),
                named.status(),
                named.features(),
                warnings(material, look, named),
                now);
    }

    private ContentObject original(Material material, StoredContent.Look look) {
        return new ContentObject(
                new ContentObjectId(ids.next()),
                material.announcement().key(),
                material.request().fileName(),
                material.object().size(),
                look.mimeType(),
                Optional.of(material.announcement().contentType()),
                material.request().fields().documentVersion(),
                material.verification(),
                material.object().checksum());
    }

    private List<WantedLabel> wanted(DocumentFields fields) {
        return fields.labels().stream()
                .map(name -> new WantedLabel(name, new LabelId(ids.next())))
                .toList();
    }

    private static List<Warning> warnings(
            Material material, StoredContent.Look look, Vocabulary.Named named) {
        var warnings = new ArrayList<>(material.request().warnings());
        Stream.of(look.warnings(), named.warnings()).forEach(warnings::addAll);
        if (material.verification() == Verification.SIZE) {
            warnings.add(Warning.CHECKSUM_NOT_VERIFIED);
        }
        return warnings;
    }
}
