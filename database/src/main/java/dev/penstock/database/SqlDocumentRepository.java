package dev.penstock.database;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.vocabulary.StatusId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Tables `document_family` and `content_object`.
final class SqlDocumentRepository implements DocumentRepository {
    private static final String SELECT =
            """
            SELECT f.*, c.id AS c_id, c.object_key AS c_object_key, c.size AS c_size,
              c.verification AS c_verification, c.description AS c_description,
              d.id AS d_id, d.object_key AS d_object_key, d.size AS d_size,
              d.description AS d_description,
            """
                    + StatusColumns.SELECTED
                    + ","
                    + StoreColumns.SELECTED
                    + """
                    FROM document_family f
                    JOIN content_object c ON c.family_id = f.id AND c.content_type = 'NATIVE'
                    LEFT JOIN content_object d
                      ON d.family_id = f.id AND d.content_type = 'DOCUMENT'
                    LEFT JOIN document_status t ON t.id = f.status_id
                    JOIN document_store s ON s.id = f.store_id
                    JOIN organization o ON o.id = s.organization_id
                    """;
    private static final String FREE_PATH =
            """
            DELETE FROM path_claim
            WHERE upload_id = (SELECT upload_id FROM document_family WHERE id = :id)
            """;
    private static final String DELETE = "DELETE FROM document_family WHERE id = :id";
    private static final String CHANGE =
            """
            UPDATE document_family
            SET metadata = :metadata, status_id = :status, updated_on = :updatedOn,
              change_sequence = change_sequence + 1
            WHERE id = :id AND change_sequence = :changeSequence
            """;
    private static final String ORGANIZATION =
            "SELECT organization_id FROM document_family WHERE id = :id";
    private static final String HAS_PATH =
            "SELECT id FROM document_family WHERE store_id = :store AND path = :path";

    private static final RowReader<DocumentFamily> READER = FamilyRows::family;

    private final Connections connections;

    SqlDocumentRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<DocumentFamily> find(FamilyId id) {
        return connections
                .read(h ->
                        FamilyRows.complete(
                                h,
                                h.createQuery(SELECT + "WHERE f.id = :id")
                                        .bind("id", id.toString())
                                        .map(READER)
                                        .list()))
                .stream()
                .findFirst();
    }

    @Override
    public Saved change(FamilyChange change) {
        try {
            return connections.write(h -> change(h, change)) ? Saved.SAVED : Saved.STALE;
        } catch (DatabaseException.BrokenReference e) {
            return Saved.STALE;
        }
    }

    private static boolean change(Handle handle, FamilyChange change) {
        int rows =
                handle.createUpdate(CHANGE)
                        .bind("id", change.id().toString())
                        .bind("changeSequence", change.changeSequence())
                        .bind("metadata", MetadataJson.write(change.metadata()))
                        .bind("status", change.status().map(StatusId::toString))
                        .bind("updatedOn", Times.text(change.updatedOn()))
                        .execute();
        if (rows == 0) {
            return false;
        }
        FamilyLabels.takeOff(handle, change.id());
        FamilyLabels.putOn(
                handle,
                change.id(),
                organization(handle, change.id()),
                change.labels(),
                change.updatedOn());
        return true;
    }

    private static OrganizationId organization(Handle handle, FamilyId id) {
        return new OrganizationId(
                UUID.fromString(
                        handle.createQuery(ORGANIZATION)
                                .bind("id", id.toString())
                                .mapTo(String.class)
                                .one()));
    }

    @Override
    public boolean delete(FamilyId id) {
        return connections.write(h -> {
            Removals.follow(h, id, connections.now(h));
            h.createUpdate(FREE_PATH).bind("id", id.toString()).execute();
            return h.createUpdate(DELETE).bind("id", id.toString()).execute() == 1;
        });
    }

    @Override
    public boolean hasPath(StoreId store, DocumentPath path) {
        return connections
                .findOne(
                        HAS_PATH,
                        q -> q.bind("store", store.toString()).bind("path", path.value()),
                        r -> r.text("id"))
                .isPresent();
    }

    @Override
    public Page<DocumentFamily> list(Filter filter, PageRequest page) {
        var conditions = new FamilyConditions(filter);
        if (!conditions.canMatch()) {
            return new Page<>(List.of(), Optional.empty());
        }
        Page<DocumentFamily> found =
                connections.page(
                        listing(conditions), conditions::bind, page, READER, f -> f.id().value());
        return new Page<>(
                connections.read(h -> FamilyRows.complete(h, found.content())), found.next());
    }

    static String listing(FamilyConditions conditions) {
        String direction = Keyset.direction(conditions.filter().order());
        return SELECT + "WHERE f.id IN (" + conditions.ids() + ") ORDER BY f.id" + direction;
    }
}
