package dev.penstock.database;

import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.ContentObjectId;
import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.document.Verification;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectKey;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/// A document family as a row of table `document_family` and one of `content_object`.
final class FamilyRows {
    /// `NATIVE`: the original bytes.
    static final String NATIVE = "NATIVE";

    private static final String INSERT_FAMILY =
            """
            INSERT INTO document_family
              (id, organization_id, store_id, intake_id, upload_id, path, original_path,
               created_on, updated_on, change_sequence, metadata, warnings)
            VALUES
              (:id, :organization, :store, :intake, :upload, :path, :originalPath,
               :createdOn, :updatedOn, :changeSequence, :metadata, :warnings)
            """;
    private static final String INSERT_CONTENT =
            """
            INSERT INTO content_object
              (id, family_id, content_type, object_key, size, verification, description)
            VALUES (:id, :family, :type, :key, :size, :verification, :description)
            """;

    private FamilyRows() {}

    static void insert(Handle handle, DocumentFamily family) {
        handle.createUpdate(INSERT_FAMILY)
                .bind("id", family.id().toString())
                .bind("organization", family.store().organizationId().toString())
                .bind("store", family.store().id().toString())
                .bind("intake", family.intakeId().toString())
                .bind("upload", family.uploadId().toString())
                .bind("path", family.path().value())
                .bind("originalPath", family.originalPath().value())
                .bind("createdOn", Times.text(family.createdOn()))
                .bind("updatedOn", Times.text(family.updatedOn()))
                .bind("changeSequence", family.changeSequence())
                .bind("metadata", MetadataJson.write(family.metadata()))
                .bind("warnings", WarningsJson.write(family.warnings()))
                .execute();
        insert(handle, family.id(), family.nativeContent());
    }

    private static void insert(Handle handle, FamilyId family, ContentObject content) {
        handle.createUpdate(INSERT_CONTENT)
                .bind("id", content.id().toString())
                .bind("family", family.toString())
                .bind("type", NATIVE)
                .bind("key", content.key().value())
                .bind("size", content.size().value())
                .bind("verification", content.verification().text())
                .bind("description", ContentJson.write(content))
                .execute();
    }

    /// From a family joined with its native content (`c_…`) and its store (`s_…`).
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
                WarningsJson.read(row.text("warnings")),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }

    private static ContentObject content(Row row) throws SQLException {
        ContentJson json = ContentJson.read(row.text("c_description"));
        return new ContentObject(
                new ContentObjectId(row.uuid("c_id")),
                new ObjectKey(row.text("c_object_key")),
                json.name(),
                new ByteCount(row.number("c_size")),
                json.mimeType(),
                json.documentVersion(),
                verification(row.text("c_verification")),
                json.checksum().map(ChecksumText::objectChecksum));
    }

    private static Verification verification(String text) {
        return Verification.of(text)
                .orElseThrow(() ->
                        new DatabaseException(
                                "the database holds an unknown verification, " + text));
    }
}
