package dev.penstock.database;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.OrganizationRepository;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Table `organization`.
final class SqlOrganizationRepository implements OrganizationRepository {
    private static final String INSERT =
            """
            INSERT INTO organization (id, slug, name, created_on, updated_on, change_sequence)
            VALUES (:id, :slug, :name, :createdOn, :updatedOn, :changeSequence)
            ON CONFLICT (slug) DO NOTHING
            """;
    private static final String UPDATE =
            """
            UPDATE organization
            SET name = :name, updated_on = :updatedOn, change_sequence = change_sequence + 1
            WHERE id = :id AND change_sequence = :changeSequence
            """;
    private static final String DELETE = "DELETE FROM organization WHERE id = :id";
    private static final String SELECT = "SELECT * FROM organization ";
    private static final String PAGE = " id > :after ORDER BY id LIMIT :limit";

    private final Connections connections;

    SqlOrganizationRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Saved insert(Organization organization) {
        int rows = connections.update(INSERT, u -> bind(u, organization));
        return rows == 1 ? Saved.SAVED : Saved.SLUG_TAKEN;
    }

    @Override
    public Saved update(Organization changed) {
        int rows = connections.update(UPDATE, u -> bind(u, changed));
        return rows == 1 ? Saved.SAVED : Saved.STALE;
    }

    private static Update bind(Update update, Organization organization) {
        return update.bind("id", organization.id().toString())
                .bind("slug", organization.slug().value())
                .bind("name", organization.name())
                .bind("createdOn", Times.text(organization.createdOn()))
                .bind("updatedOn", Times.text(organization.updatedOn()))
                .bind("changeSequence", organization.changeSequence());
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        return connections.findOne(
                SELECT + "WHERE id = :id",
                q -> q.bind("id", id.toString()),
                SqlOrganizationRepository::organization);
    }

    @Override
    public Optional<Organization> find(Slug slug) {
        return connections.findOne(
                SELECT + "WHERE slug = :slug",
                q -> q.bind("slug", slug.value()),
                SqlOrganizationRepository::organization);
    }

    @Override
    public Page<Organization> list(PageRequest page) {
        return page(SELECT + "WHERE" + PAGE, q -> q, page);
    }

    @Override
    public Page<Organization> list(Set<OrganizationId> ids, PageRequest page) {
        return page(
                SELECT + "WHERE id IN (<ids>) AND" + PAGE,
                q -> q.bindList("ids", Ids.texts(ids)),
                page);
    }

    private Page<Organization> page(String sql, UnaryOperator<Query> bind, PageRequest page) {
        return connections.page(
                sql, bind, page, SqlOrganizationRepository::organization, o -> o.id().value());
    }

    @Override
    public Deleted delete(OrganizationId id) {
        return connections.delete(DELETE, id.value());
    }

    private static Organization organization(Row row) throws SQLException {
        return new Organization(
                new OrganizationId(row.uuid("id")),
                new Slug(row.text("slug")),
                row.text("name"),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }
}
