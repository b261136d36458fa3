package dev.penstock.database;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.List;
import java.util.Optional;

/// Tables `document_family` and `content_object`.
final class SqlDocumentRepository implements DocumentRepository {
    private static final String SELECT =
            """
            SELECT f.*, c.id AS c_id, c.object_key AS c_object_key, c.size AS c_size,
              c.verification AS c_verification, c.description AS c_description,
            """
                    + StoreColumns.SELECTED
                    + """
                    FROM document_family f
                    JOIN content_object c ON c.family_id = f.id AND c.content_type = 'NATIVE'
                    JOIN document_store s ON s.id = f.store_id
                    JOIN organization o ON o.id = s.organization_id
                    """;
    private static final String FREE_PATH =
            """
            DELETE FROM path_claim
            WHERE upload_id = (SELECT upload_id FROM document_family WHERE id = :id)
            """;
    private static final String DELETE = "DELETE FROM document_family WHERE id = :id";
    private static final String HAS_PATH =
            "SELECT id FROM document_family WHERE store_id = :store AND path = :path";

    private final Connections connections;

    SqlDocumentRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<DocumentFamily> find(FamilyId id) {
        return connections.findOne(
                SELECT + "WHERE f.id = :id", q -> q.bind("id", id.toString()), FamilyRows::family);
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
        return connections.page(
                listing(conditions),
                conditions::bind,
                page,
                FamilyRows::family,
                f -> f.id().value());
    }

    static String listing(FamilyConditions conditions) {
        return SELECT + "WHERE f.id IN (" + conditions.ids() + ") ORDER BY f.id";
    }
}
