package dev.penstock.database;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Table `document_store`. What still needs a store holds it by a foreign key.
final class SqlDocumentStoreRepository implements DocumentStoreRepository {
    private static final String INSERT =
            """
            INSERT INTO document_store
              (id, organization_id, slug, name, created_on, updated_on, change_sequence)
            VALUES (:id, :organization, :slug, :name, :createdOn, :updatedOn, :changeSequence)
            ON CONFLICT (organization_id, slug) DO NOTHING
            """;
    private static final String UPDATE =
            """
            UPDATE document_store
            SET name = :name, updated_on = :updatedOn, change_sequence = change_sequence + 1
            WHERE id = :id AND change_sequence = :changeSequence
            """;
    private static final String DELETE = "DELETE FROM document_store WHERE id = :id";
    private static final String SELECT =
            "SELECT " + StoreColumns.SELECTED + " FROM " + StoreColumns.JOINED + " ";
    private static final String PAGE = " s.id > :after ORDER BY s.id LIMIT :limit";

    private final Connections connections;

    SqlDocumentStoreRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Saved insert(DocumentStore store) {
        try {
            int rows = connections.update(INSERT, u -> bind(u, store));
            return rows == 1 ? Saved.SAVED : Saved.SLUG_TAKEN;
        } catch (DatabaseException.BrokenReference e) {
            return Saved.STALE;
        }
    }

    @Override
    public Saved update(DocumentStore changed) {
        int rows = connections.update(UPDATE, u -> bind(u, changed));
        return rows == 1 ? Saved.SAVED : Saved.STALE;
    }

    private static Update bind(Update update, DocumentStore store) {
        return update.bind("id", store.id().toString())
                .bind("organization", store.organizationId().toString())
                .bind("slug", store.slug().value())
                .bind("name", store.name())
                .bind("createdOn", Times.text(store.createdOn()))
                .bind("updatedOn", Times.text(store.updatedOn()))
                .bind("changeSequence", store.changeSequence());
    }

    @Override
    public Optional<DocumentStore> find(StoreId id) {
        return connections.findOne(
                SELECT + "WHERE s.id = :id",
                q -> q.bind("id", id.toString()),
                StoreColumns::documentStore);
    }

    @Override
    public Optional<DocumentStore> find(Slug organization, Slug store) {
        return connections.findOne(
                SELECT + "WHERE o.slug = :organization AND s.slug = :store",
                q -> q.bind("organization", organization.value()).bind("store", store.value()),
                StoreColumns::documentStore);
    }

    @Override
    public Page<DocumentStore> list(PageRequest page) {
        return page(SELECT + "WHERE" + PAGE, q -> q, page);
    }

    @Override
    public Page<DocumentStore> list(Set<OrganizationId> organizations, PageRequest page) {
        return page(
                SELECT + "WHERE s.organization_id IN (<organizations>) AND" + PAGE,
                q -> q.bindList("organizations", Ids.texts(organizations)),
                page);
    }

    private Page<DocumentStore> page(String sql, UnaryOperator<Query> bind, PageRequest page) {
        return connections.page(sql, bind, page, StoreColumns::documentStore, s -> s.id().value());
    }

    @Override
    public Deleted delete(StoreId id) {
        return connections.delete(DELETE, id.value());
    }
}
