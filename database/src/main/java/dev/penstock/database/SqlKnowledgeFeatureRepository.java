package dev.penstock.database;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.vocabulary.KnowledgeFeature;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Table `knowledge_feature`.
final class SqlKnowledgeFeatureRepository implements KnowledgeFeatureRepository {
    private static final String INSERT =
            """
            INSERT INTO knowledge_feature
              (id, organization_id, slug, name, created_on, updated_on, change_sequence)
            VALUES (:id, :organization, :slug, :name, :createdOn, :updatedOn, :changeSequence)
            ON CONFLICT (organization_id, slug) DO NOTHING
            """;
    private static final String UPDATE =
            """
            UPDATE knowledge_feature
            SET name = :name, updated_on = :updatedOn, change_sequence = change_sequence + 1
            WHERE id = :id AND change_sequence = :changeSequence
            """;
    private static final String DELETE = "DELETE FROM knowledge_feature WHERE id = :id";
    private static final String SELECT = "SELECT * FROM knowledge_feature ";
    private static final String PAGE = " id > :after ORDER BY id LIMIT :limit";

    private final Connections connections;

    SqlKnowledgeFeatureRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Saved insert(KnowledgeFeature feature) {
        try {
            int rows = connections.update(INSERT, u -> bind(u, feature));
            return rows == 1 ? Saved.SAVED : Saved.SLUG_TAKEN;
        } catch (DatabaseException.BrokenReference e) {
            return Saved.STALE;
        }
    }

    @Override
    public Saved update(KnowledgeFeature changed) {
        int rows = connections.update(UPDATE, u -> bind(u, changed));
        return rows == 1 ? Saved.SAVED : Saved.STALE;
    }

    private static Update bind(Update update, KnowledgeFeature feature) {
        return update.bind("id", feature.id().toString())
                .bind("organization", feature.organizationId().toString())
                .bind("slug", feature.slug().value())
                .bind("name", feature.name())
                .bind("createdOn", Times.text(feature.createdOn()))
                .bind("updatedOn", Times.text(feature.updatedOn()))
                .bind("changeSequence", feature.changeSequence());
    }

    @Override
    public Optional<KnowledgeFeature> find(FeatureId id) {
        return connections.findOne(
                SELECT + "WHERE id = :id",
                q -> q.bind("id", id.toString()),
                SqlKnowledgeFeatureRepository::feature);
    }

    @Override
    public List<KnowledgeFeature> find(Collection<FeatureId> ids) {
        return connections.read(h ->
                h.createQuery(SELECT + "WHERE id IN (<ids>)")
                        .bindList("ids", Ids.texts(ids))
                        .map((RowReader<KnowledgeFeature>) SqlKnowledgeFeatureRepository::feature)
                        .list());
    }

    @Override
    public Page<KnowledgeFeature> list(PageRequest page) {
        return page(SELECT + "WHERE" + PAGE, q -> q, page);
    }

    @Override
    public Page<KnowledgeFeature> list(Set<OrganizationId> organizations, PageRequest page) {
        return page(
                SELECT + "WHERE organization_id IN (<organizations>) AND" + PAGE,
                q -> q.bindList("organizations", Ids.texts(organizations)),
                page);
    }

    private Page<KnowledgeFeature> page(String sql, UnaryOperator<Query> bind, PageRequest page) {
        return connections.page(
                sql, bind, page, SqlKnowledgeFeatureRepository::feature, f -> f.id().value());
    }

    @Override
    public Deleted delete(FeatureId id) {
        return connections.delete(DELETE, id.value());
    }

    private static KnowledgeFeature feature(Row row) throws SQLException {
        return new KnowledgeFeature(
                new FeatureId(row.uuid("id")),
                new OrganizationId(row.uuid("organization_id")),
                new Slug(row.text("slug")),
                row.text("name"),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }
}
