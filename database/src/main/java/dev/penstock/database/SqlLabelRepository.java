package dev.penstock.database;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.vocabulary.Label;
import dev.penstock.core.vocabulary.LabelId;
import dev.penstock.core.vocabulary.LabelRepository;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Table `label`.
final class SqlLabelRepository implements LabelRepository {
    private static final String INSERT =
            """
            INSERT INTO label
              (id, organization_id, name, color, created_on, updated_on, change_sequence)
            VALUES (:id, :organization, :name, :color, :createdOn, :updatedOn, :changeSequence)
            ON CONFLICT (organization_id, name) DO NOTHING
            """;
    private static final String UPDATE =
            """
            UPDATE label
            SET name = :name, color = :color, updated_on = :updatedOn,
                change_sequence = change_sequence + 1
            WHERE id = :id AND change_sequence = :changeSequence
            """;
    private static final String DELETE = "DELETE FROM label WHERE id = :id";
    private static final String SELECT = "SELECT * FROM label ";
    private static final String PAGE = " id > :after ORDER BY id LIMIT :limit";

    private final Connections connections;

    SqlLabelRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Saved insert(Label label) {
        try {
            int rows = connections.update(INSERT, u -> bind(u, label));
            return rows == 1 ? Saved.SAVED : Saved.SLUG_TAKEN;
        } catch (DatabaseException.BrokenReference e) {
            return Saved.STALE;
        }
    }

    @Override
    public Saved update(Label changed) {
        try {
            int rows = connections.update(UPDATE, u -> bind(u, changed));
            return rows == 1 ? Saved.SAVED : Saved.STALE;
        } catch (DatabaseException.Duplicate e) {
            return Saved.SLUG_TAKEN;
        }
    }

    private static Update bind(Update update, Label label) {
        return update.bind("id", label.id().toString())
                .bind("organization", label.organizationId().toString())
                .bind("name", label.name())
                .bind("color", label.color())
                .bind("createdOn", Times.text(label.createdOn()))
                .bind("updatedOn", Times.text(label.updatedOn()))
                .bind("changeSequence", label.changeSequence());
    }

    @Override
    public Optional<Label> find(LabelId id) {
        return connections.findOne(
                SELECT + "WHERE id = :id",
                q -> q.bind("id", id.toString()),
                SqlLabelRepository::label);
    }

    @Override
    public Page<Label> list(PageRequest page) {
        return page(SELECT + "WHERE" + PAGE, q -> q, page);
    }

    @Override
    public Page<Label> list(Set<OrganizationId> organizations, PageRequest page) {
        return page(
                SELECT + "WHERE organization_id IN (<organizations>) AND" + PAGE,
                q -> q.bindList("organizations", Ids.texts(organizations)),
                page);
    }

    private Page<Label> page(String sql, UnaryOperator<Query> bind, PageRequest page) {
        return connections.page(sql, bind, page, SqlLabelRepository::label, l -> l.id().value());
    }

    @Override
    public Deleted delete(LabelId id) {
        return connections.delete(DELETE, id.value());
    }

    private static Label label(Row row) throws SQLException {
        return new Label(
                new LabelId(row.uuid("id")),
                new OrganizationId(row.uuid("organization_id")),
                row.text("name"),
                row.optionalText("color"),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }
}
