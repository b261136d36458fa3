package dev.penstock.database;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Tables `upload` and `path_claim`.
final class SqlUploadRepository implements UploadRepository {
    private static final String INSERT =
            """
            INSERT INTO upload
              (id, intake_id, store_id, open_store_id, state, version, kind, object_key,
               multipart_id, path, deadline, created_on, changed_on, family_id, cause,
               announcement, data)
            VALUES
              (:id, :intake, :store, :openStore, :state, :version, :kind, :key,
               :multipart, :path, :deadline, :createdOn, :changedOn, :family, :cause,
               :announcement, :data)
            """;
    private static final String UPDATE =
            """
            UPDATE upload
            SET state = :state, version = :version, changed_on = :changedOn,
                multipart_id = :multipart, path = :path, open_store_id = :openStore,
                family_id = :family, cause = :cause, data = :data
            WHERE id = :id AND version = :version - 1
            """;
    private static final String FIND = "SELECT * FROM upload WHERE id = :id";
    private static final String PATH_HOLDER =
            "SELECT upload_id FROM path_claim WHERE store_id = :store AND path = :path";
    private static final String LIST =
            """
            SELECT * FROM upload WHERE intake_id = :intake AND id > :after
            ORDER BY id LIMIT :limit
            """;
    private static final String COUNT_OPEN =
            """
            SELECT count(*) AS open_uploads FROM upload
            WHERE intake_id = :intake AND (state = 'completing'
              OR (state IN ('receiving', 'stored') AND deadline > :now))
            """;
    private static final String LIST_OPEN =
            """
            SELECT id FROM upload
            WHERE intake_id = :intake AND state IN ('receiving', 'completing', 'stored')
            ORDER BY id LIMIT :limit
            """;

    private final Connections connections;

    SqlUploadRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void insert(Upload.Receiving upload) {
        connections.update(
                INSERT,
                u ->
                        UploadColumns.bindState(
                                UploadColumns.bindAnnouncement(u, upload.announcement()), upload));
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        return connections.findOne(FIND, q -> q.bind("id", id.toString()), UploadColumns::upload);
    }

    @Override
    public Outcome save(Upload next) {
        if (next instanceof Upload.Completed) {
            throw new IllegalArgumentException("a completed upload is saved with its document");
        }
        return connections.write(h -> save(h, next, nothing -> {}));
    }

    @Override
    public Outcome complete(Upload.Completed next, DocumentFamily family) {
        requireSame(next, family);
        return connections.write(h -> save(h, next, handle -> FamilyRows.insert(handle, family)));
    }

    private static Outcome save(Handle handle, Upload next, Consumer<Handle> also) {
        if (UploadColumns.bindState(handle.createUpdate(UPDATE), next).execute() == 0) {
            return Outcome.STALE;
        }
        if (!PathClaims.follow(handle, next)) {
            handle.rollback();
            return Outcome.PATH_TAKEN;
        }
        also.accept(handle);
        return Outcome.SAVED;
    }

    private static void requireSame(Upload.Completed next, DocumentFamily family) {
        if (!family.id().equals(next.family())
                || !family.uploadId().equals(next.id().value())
                || !family.store().id().equals(next.announcement().storeId())
                || !family.path().equals(next.path())) {
            throw new IllegalArgumentException("the document is not that of the upload");
        }
    }

    @Override
    public Optional<UploadId> pathHolder(StoreId store, DocumentPath path) {
        return connections.findOne(
                PATH_HOLDER,
                q -> q.bind("store", store.toString()).bind("path", path.value()),
                r -> new UploadId(r.uuid("upload_id")));
    }

    @Override
    public int countOpen(IntakeId intake, Instant now) {
        long count =
                connections
                        .findOne(
                                COUNT_OPEN,
                                q ->
                                        q.bind("intake", intake.toString())
                                                .bind("now", Times.text(now)),
                                r -> r.number("open_uploads"))
                        .orElseThrow();
        return Math.toIntExact(count);
    }

    @Override
    public Page<Upload> list(IntakeId intake, PageRequest page) {
        return connections.page(
                LIST,
                q -> q.bind("intake", intake.toString()),
                page,
                UploadColumns::upload,
                u -> u.id().value());
    }

    @Override
    public List<UploadId> listOpen(IntakeId intake, int limit) {
        RowReader<UploadId> id = r -> new UploadId(r.uuid("id"));
        return connections.read(h ->
                h.createQuery(LIST_OPEN)
                        .bind("intake", intake.toString())
                        .bind("limit", limit)
                        .map(id)
                        .list());
    }
}
