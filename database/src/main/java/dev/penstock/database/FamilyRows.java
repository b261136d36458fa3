package dev.penstock.database;

import dev.penstock.core.document.ContainerObject;
import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.ContentObjectId;
import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.FamilyFeature;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.document.NewDocument;
import dev.penstock.core.document.Verification;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.vocabulary.Label;
import dev.penstock.core.vocabulary.StatusId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A document family as a row of table `document_family` and those of `content_object`.
final class FamilyRows {
    private static final String INSERT_FAMILY =
            """
            INSERT INTO document_family
              (id, organization_id, store_id, intake_id, upload_id, path, original_path,
               created_on, updated_on, change_sequence, metadata, warnings, status_id)
            VALUES
              (:id, :organization, :store, :intake, :upload, :path, :path,
               :createdOn, :createdOn, 0, :metadata, :warnings, :status)
            """;
    private static final String INSERT_CONTENT =
            """
            INSERT INTO content_object
              (id, family_id, content_type, object_key, size, verification, description)
            VALUES (:id, :family, :type, :key, :size, :verification, :description)
            """;

    private FamilyRows() {}

    static void insert(Handle handle, NewDocument document) {
        handle.createUpdate(INSERT_FAMILY)
                .bind("id", document.id().toString())
                .bind("organization", document.store().organizationId().toString())
                .bind("store", document.store().id().toString())
                .bind("intake", document.intakeId().toString())
                .bind("upload", document.uploadId().toString())
                .bind("path", document.path().value())
                .bind("createdOn", Times.text(document.createdOn()))
                .bind("metadata", MetadataJson.write(document.metadata()))
                .bind("warnings", WarningsJson.write(document.warnings()))
                .bind("status", document.status().map(StatusId::toString))
                .execute();
        insert(handle, document.id(), document.nativeContent());
        insert(handle, document.id(), document.container());
        FamilyLabels.putOn(
                handle,
                document.id(),
                document.store().organizationId(),
                document.labels(),
                document.createdOn());
        FamilyFeatures.insert(handle, document.id(), document.features());
    }

    private static void insert(Handle handle, FamilyId family, ContentObject content) {
        handle.createUpdate(INSERT_CONTENT)
                .bind("id", content.id().toString())
                .bind("family", family.toString())
                .bind("type", "NATIVE")
                .bind("key", content.key().value())
                .bind("size", content.size().value())
                .bind("verification", content.verification().text())
                .bind("description", ContentJson.write(content))
                .execute();
    }

    private static void insert(Handle handle, FamilyId family, ContainerObject container) {
        handle.createUpdate(INSERT_CONTENT)
                .bind("id", container.id().toString())
                .bind("family", family.toString())
                .bind("type", "DOCUMENT")
                .bind("key", container.key().value())
                .bind("size", container.size().value())
                .bind("verification", Verification.CHECKSUM.text())
                .bind("description", ContentJson.write(container))
                .execute();
    }

    /// From a family joined with its native content (`c_…`), its container (`d_…`), its status
    /// (`t_…`) and its store (`s_…`); without labels and features.
    static DocumentFamily family(Row row) throws SQLException {
        return new DocumentFamily(
                new FamilyId(row.uuid("id")),
                StoreColumns.documentStore(row),
                new IntakeId(row.uuid("intake_id")),
                row.uuid("upload_id"),
                new DocumentPath(row.text("path")),
                new DocumentPath(row.text("original_path")),
                MetadataJson.read(row.text("metadata")),
                content(row),
                container(row),
                List.of(),
                StatusColumns.optional(row),
                List.of(),
                WarningsJson.read(row.text("warnings")),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }

    /// The same documents with their labels and features.
    static List<DocumentFamily> complete(Handle handle, List<DocumentFamily> families) {
        if (families.isEmpty()) {
            return families;
        }
        List<String> ids = families.stream().map(f -> f.id().toString()).toList();
        Map<UUID, List<Label>> labels = FamilyLabels.of(handle, ids);
        Map<UUID, List<FamilyFeature>> features = FamilyFeatures.of(handle, ids);
        return families.stream()
                .map(f ->
                        f.with(
                                labels.getOrDefault(f.id().value(), List.of()),
                                features.getOrDefault(f.id().value(), List.of())))
                .toList();
    }

    private static ContentObject content(Row row) throws SQLException {
        ContentJson json = ContentJson.read(row.text("c_description"));
        return new ContentObject(
                new ContentObjectId(row.uuid("c_id")),
                new ObjectKey(row.text("c_object_key")),
                json.name(),
                new ByteCount(row.number("c_size")),
                json.mimeType(),
                json.declaredType(),
                json.documentVersion(),
                verification(row.text("c_verification")),
                json.checksum().map(ChecksumText::objectChecksum));
    }

    private static Optional<ContainerObject> container(Row row) throws SQLException {
        Optional<String> description = row.optionalText("d_description");
        if (description.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ContainerObject(
                        new ContentObjectId(row.uuid("d_id")),
                        new ObjectKey(row.text("d_object_key")),
                        ContentJson.read(description.get()).name(),
                        new ByteCount(row.number("d_size"))));
    }

    private static Verification verification(String text) {
        return Verification.of(text)
                .orElseThrow(() ->
                        new DatabaseException(
                                "the database holds an unknown verification, " + text));
    }
}
