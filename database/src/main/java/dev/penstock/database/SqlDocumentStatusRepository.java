package dev.penstock.database;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.StatusId;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Table `document_status`.
final class SqlDocumentStatusRepository implements DocumentStatusRepository {
    private static final String INSERT =
            """
            INSERT INTO document_status
              (id, organization_id, slug, name, color, created_on, updated_on, change_sequence)
            VALUES (:id, :organization, :slug, :name, :color, :createdOn, :updatedOn, :changeSequence)
            ON CONFLICT (organization_id, slug) DO NOTHING
            """;
    private static final String UPDATE =
            """
            UPDATE document_status
            SET name = :name, color = :color, updated_on = :updatedOn,
                change_sequence = change_sequence + 1
            WHERE id = :id AND change_sequence = :changeSequence
            """;
    private static final String DELETE = "DELETE FROM document_status WHERE id = :id";
    private static final String SELECT = "SELECT * FROM document_status ";
    private static final String PAGE = " id > :after ORDER BY id LIMIT :limit";

    private final Connections connections;

    SqlDocumentStatusRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Saved insert(DocumentStatus status) {
        try {
            int rows = connections.update(INSERT, u -> bind(u, status));
            return rows == 1 ? Saved.SAVED : Saved.SLUG_TAKEN;
        } catch (DatabaseException.BrokenReference e) {
            return Saved.STALE;
        }
    }

    @Override
    public Saved update(DocumentStatus changed) {
        int rows = connections.update(UPDATE, u -> bind(u, changed));
        return rows == 1 ? Saved.SAVED : Saved.STALE;
    }

    private static Update bind(Update update, DocumentStatus status) {
        return update.bind("id", status.id().toString())
                .bind("organization", status.organizationId().toString())
                .bind("slug", status.slug().value())
                .bind("name", status.name())
                .bind("color", status.color())
                .bind("createdOn", Times.text(status.createdOn()))
                .bind("updatedOn", Times.text(status.updatedOn()))
                .bind("changeSequence", status.changeSequence());
    }

    @Override
    public Optional<DocumentStatus> find(StatusId id) {
        return connections.findOne(
                SELECT + "WHERE id = :id",
                q -> q.bind("id", id.toString()),
                SqlDocumentStatusRepository::status);
    }

    @Override
    public Page<DocumentStatus> list(PageRequest page) {
        return page(SELECT + "WHERE" + PAGE, q -> q, page);
    }

    @Override
    public Page<DocumentStatus> list(Set<OrganizationId> organizations, PageRequest page) {
        return page(
                SELECT + "WHERE organization_id IN (<organizations>) AND" + PAGE,
                q -> q.bindList("organizations", Ids.texts(organizations)),
                page);
    }

    private Page<DocumentStatus> page(String sql, UnaryOperator<Query> bind, PageRequest page) {
        return connections.page(
                sql, bind, page, SqlDocumentStatusRepository::status, s -> s.id().value());
    }

    @Override
    public Deleted delete(StatusId id) {
        return connections.delete(DELETE, id.value());
    }

    private static DocumentStatus status(Row row) throws SQLException {
        return new DocumentStatus(
                new StatusId(row.uuid("id")),
                new OrganizationId(row.uuid("organization_id")),
                new Slug(row.text("slug")),
                row.text("name"),
                row.optionalText("color"),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }
}
