package dev.penstock.database;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.intake.OrganizationId;
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

/// Tables `intake` and `intake_feature`; tokens go with their intake.
final class SqlIntakeRepository implements IntakeRepository {
    private static final String INSERT =
            """
            INSERT INTO intake
              (id, organization_id, store_id, slug, name, description, activity, large_uploads,
               multiple_files, limits, metadata, created_on, updated_on, change_sequence)
            VALUES
              (:id, :organization, :store, :slug, :name, :description, :activity, :largeUploads,
               :multipleFiles, :limits, :metadata, :createdOn, :updatedOn, :changeSequence)
            ON CONFLICT (organization_id, slug) DO NOTHING
            """;
    private static final String UPDATE =
            """
            UPDATE intake
            SET store_id = :store, name = :name, description = :description,
                activity = :activity, large_uploads = :largeUploads,
                multiple_files = :multipleFiles, limits = :limits, metadata = :metadata,
                updated_on = :updatedOn,
                change_sequence = change_sequence + 1
            WHERE id = :id AND change_sequence = :changeSequence
            """;
    private static final String REMEMBER_DELETED =
            """
            INSERT INTO deleted_intake (intake_id) SELECT id FROM intake WHERE id = :id
            """;
    private static final String DELETE = "DELETE FROM intake WHERE id = :id";
    private static final String SELECT =
            "SELECT i.*, "
                    + IntakeFeatures.SELECTED
                    + ", "
                    + StoreColumns.SELECTED
                    + " FROM intake i JOIN document_store s ON s.id = i.store_id"
                    + " JOIN organization o ON o.id = i.organization_id ";
    private static final String PAGE = " i.id > :after ORDER BY i.id LIMIT :limit";

    private final Connections connections;

    SqlIntakeRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Saved insert(Intake intake) {
        return saved(INSERT, intake, Saved.SLUG_TAKEN);
    }

    @Override
    public Saved update(Intake changed) {
        return saved(UPDATE, changed, Saved.STALE);
    }

    private Saved saved(String sql, Intake intake, Saved otherwise) {
        try {
            return connections.write(h -> {
                if (bind(h.createUpdate(sql), intake).execute() == 0) {
                    return otherwise;
                }
                if (!IntakeFeatures.replace(h, intake)) {
                    h.rollback();
                    return Saved.STALE;
                }
                return Saved.SAVED;
            });
        } catch (DatabaseException.BrokenReference e) {
            return Saved.STALE;
        }
    }

    private static Update bind(Update update, Intake intake) {
        return update.bind("id", intake.id().toString())
                .bind("organization", intake.organizationId().toString())
                .bind("store", intake.store().id().toString())
                .bind("slug", intake.slug().value())
                .bind("name", intake.name())
                .bind("description", intake.description())
                .bind("activity", intake.activity().name())
                .bind("largeUploads", intake.largeUploads().name())
                .bind("multipleFiles", intake.multipleFiles().name())
                .bind("limits", LimitsJson.write(intake.limits()))
                .bind("metadata", MetadataJson.write(intake.metadata()))
                .bind("createdOn", Times.text(intake.createdOn()))
                .bind("updatedOn", Times.text(intake.updatedOn()))
                .bind("changeSequence", intake.changeSequence());
    }

    @Override
    public Optional<Intake> find(IntakeId id) {
        return connections.findOne(
                SELECT + "WHERE i.id = :id",
                q -> q.bind("id", id.toString()),
                SqlIntakeRepository::intake);
    }

    @Override
    public Optional<Intake> find(Slug organization, Slug intake) {
        return connections.findOne(
                SELECT + "WHERE o.slug = :organization AND i.slug = :intake",
                q -> q.bind("organization", organization.value()).bind("intake", intake.value()),
                SqlIntakeRepository::intake);
    }

    @Override
    public Page<Intake> list(PageRequest page) {
        return page(SELECT + "WHERE" + PAGE, q -> q, page);
    }

    @Override
    public Page<Intake> list(Set<OrganizationId> organizations, PageRequest page) {
        return page(
                SELECT + "WHERE i.organization_id IN (<organizations>) AND" + PAGE,
                q -> q.bindList("organizations", Ids.texts(organizations)),
                page);
    }

    private Page<Intake> page(String sql, UnaryOperator<Query> bind, PageRequest page) {
        return connections.page(sql, bind, page, SqlIntakeRepository::intake, i -> i.id().value());
    }

    @Override
    public Deleted delete(IntakeId id) {
        return connections.write(h -> {
            h.createUpdate(REMEMBER_DELETED).bind("id", id.toString()).execute();
            int rows = h.createUpdate(DELETE).bind("id", id.toString()).execute();
            return rows == 1 ? Deleted.DELETED : Deleted.MISSING;
        });
    }

    private static Intake intake(Row row) throws SQLException {
        return new Intake(
                new IntakeId(row.uuid("id")),
                StoreColumns.documentStore(row),
                new Slug(row.text("slug")),
                row.text("name"),
                row.text("description"),
                Intake.Activity.valueOf(row.text("activity")),
                Intake.LargeUploads.valueOf(row.text("large_uploads")),
                Intake.MultipleFiles.valueOf(row.text("multiple_files")),
                MetadataJson.read(row.text("metadata")),
                IntakeFeatures.of(row),
                LimitsJson.read(row.text("limits")),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }
}
