package dev.penstock.server.service;

import dev.penstock.core.document.ContainerObject;
import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.ContentObjectId;
import dev.penstock.core.document.FamilyFeature;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.RemovalRepository;
import dev.penstock.core.vocabulary.LabelName;
import dev.penstock.kddb.Container;
import dev.penstock.kddb.ContainerSource;
import dev.penstock.kddb.ContainerValues;
import dev.penstock.kddb.ContainerWriter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the container of a document that is about to be made, under a key of its own for each
/// attempt, so that a node which has lost its lease overwrites nothing. The key is reserved first:
/// what no document keeps is removed.
final class Containers {
    private static final Duration TIME = Duration.ofMinutes(15);

    private final ObjectStore store;
    private final RemovalRepository removals;
    private final Ids ids;

    Containers(ObjectStore store, RemovalRepository removals, Ids ids) {
        this.store = store;
        this.removals = removals;
        this.ids = ids;
    }

    /// What goes into it.
    record Contents(
            FamilyId family,
            DocumentStore home,
            Material material,
            ContentObject original,
            Map<String, @Nullable Object> metadata,
            Vocabulary.Named named,
            StoredContent.Look look,
            Instant completed) {}

    /// @throws ProblemException `storage-unavailable`; `invalid-field` where a value cannot be
    ///   written
    ContainerObject write(Contents contents) {
        var id = new ContentObjectId(ids.next());
        Container container = container(id, contents);
        byte[] bytes =
                contents.look()
                        .uploaded()
                        .map(file -> ContainerWriter.rewrite(file, container))
                        .orElseGet(() -> ContainerWriter.write(container));
        ObjectKey key = key(id, contents.material().announcement());
        removals.reserve(key, TIME);
        try {
            store.put(key, ByteBuffer.wrap(bytes), ContainerObject.MIME_TYPE);
        } catch (ObjectStoreException e) {
            removals.release(key);
            throw StorageCalls.unavailable(e);
        }
        return new ContainerObject(
                id, key, name(contents.original().name()), new ByteCount(bytes.length));
    }

    /// One that no document keeps.
    void discard(ContainerObject container) {
        removals.release(container.key());
    }

    private static ObjectKey key(ContentObjectId id, Announcement a) {
        return new ObjectKey("containers/%s/%s/%s.kddb".formatted(a.intakeId(), a.id(), id));
    }

    private static String name(String original) {
        int dot = original.lastIndexOf('.');
        return (dot > 0 ? original.substring(0, dot) : original) + ".kddb";
    }

    @SuppressWarnings("NullAway") // javac drops the annotations of a compact constructor's types
    private static Container container(ContentObjectId id, Contents contents) {
        Map<String, @Nullable Object> external = externalData(contents);
        requireWritable("metadata", contents.metadata());
        requireWritable("externalData", external);
        return new Container(
                id.value(),
                contents.metadata(),
                contents.material().request().fields().labels().stream()
                        .map(LabelName::value)
                        .toList(),
                external,
                contents.named().features().stream()
                        .map(FamilyFeature::feature)
                        .map(Object::toString)
                        .toList(),
                source(contents));
    }

    private static Map<String, @Nullable Object> externalData(Contents contents) {
        return contents.material()
                .request()
                .fields()
                .externalData()
                .or(() -> contents.look().externalData())
                .orElse(Map.of());
    }

    private static void requireWritable(String field, Map<String, @Nullable Object> values) {
        ContainerValues.problem(values)
                .ifPresent(reason -> {
                    throw new Problem.InvalidFields(
                                    List.of(new Problem.InvalidField(field, reason)))
                            .asException();
                });
    }

    private static ContainerSource source(Contents contents) {
        ContentObject original = contents.original();
        return new ContainerSource(
                original.name(),
                contents.material().request().path().value(),
                original.mimeType(),
                original.verifiedChecksum(),
                contents.completed(),
                contents.home().ref(),
                contents.family().value(),
                original.id().value(),
                original.documentVersion());
    }
}
