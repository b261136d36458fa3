package dev.penstock.database;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.upload.IdempotencyKey;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadFilter;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.upload.UploadRepository.Finished;
import dev.penstock.core.upload.UploadRepository.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// Table `upload`, and what follows from its states in others.
final class SqlUploadRepository implements UploadRepository {
    private static final String INSERT =
            """
            INSERT INTO upload
              (id, intake_id, store_id, open_store_id, state, version, kind, object_key,
               multipart_id, path, deadline, created_on, changed_on, family_id, cause,
               announcement, data, lease_until)
            VALUES
              (:id, :intake, :store, :openStore, :state, :version, :kind, :key,
               :multipart, :path, :deadline, :createdOn, :changedOn, :family, :cause,
               :announcement, :data, :lease)
            """;
    private static final String UPDATE =
            """
            UPDATE upload
            SET state = :state, version = :version, changed_on = :changedOn,
                multipart_id = :multipart, path = :path, open_store_id = :openStore,
                family_id = :family, cause = :cause, data = :data, lease_until = :lease
            WHERE id = :id AND version = :version - 1
            """;
    private static final String FIND = "SELECT * FROM upload WHERE id = :id";
    private static final String PATH_HOLDER =
            "SELECT upload_id FROM path_claim WHERE store_id = :store AND path = :path";
    private static final String COUNT_OPEN =
            """
            SELECT count(*) AS open_uploads FROM upload
            WHERE intake_id = :intake AND (state = 'completing'
              OR (state IN ('receiving', 'stored') AND deadline > :now))
            """;
    private static final String OVERDUE =
            """
            SELECT id FROM upload WHERE state IN ('receiving', 'stored') AND deadline <= :now
            ORDER BY deadline LIMIT :limit
            """;
    private static final String RECEIVING =
            """
            SELECT id FROM upload WHERE state = 'receiving' AND id > :after
            ORDER BY id LIMIT :limit
            """;
    private static final String ORPHANED =
            """
            SELECT u.id FROM deleted_intake d JOIN upload u ON u.intake_id = d.intake_id
            WHERE u.state IN ('receiving', 'completing', 'stored')
            ORDER BY u.id LIMIT :limit
            """;
    private static final RowReader<UploadId> ID = row -> new UploadId(row.uuid("id"));
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
    public Optional<KeyedUpload> insert(
            Upload.Receiving upload, Optional<IdempotencyKey> key, Duration lease) {
        if (enter(upload, key, lease)) {
            return Optional.empty();
        }
        Optional<KeyedUpload> earlier =
                key.flatMap(k -> find(k, upload.announcement().createdOn()));
        return earlier.isPresent() ? earlier : insert(upload, key, lease);
    }

    private boolean enter(Upload.Receiving upload, Optional<IdempotencyKey> key, Duration lease) {
        return connections.write(h -> {
            Update insert =
                    UploadColumns.bindAnnouncement(h.createUpdate(INSERT), upload.announcement());
            bind(insert, upload, Optional.of(lease), connections.now(h)).execute();
            UploadSteps.follow(h, upload);
            boolean entered = key.isEmpty() || IdempotencyKeys.enter(h, key.get(), upload);
            if (!entered) {
                h.rollback();
            }
            return entered;
        });
    }

    @Override
    public Optional<KeyedUpload> find(IdempotencyKey key, Instant now) {
        return connections.read(h -> IdempotencyKeys.find(h, key, now));
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        return connections.findOne(FIND, q -> q.bind("id", id.toString()), UploadColumns::upload);
    }

    @Override
    public List<UploadId> keyed(UploadId first) {
        return connections.read(h -> IdempotencyKeys.all(h, first));
    }

    @Override
    public Outcome save(Upload next) {
        if (next instanceof Upload.Completed) {
            throw new IllegalArgumentException("a completed upload is saved with its document");
        }
        return connections.write(h -> save(h, next, Optional.empty()));
    }

    @Override
    public Outcome save(Upload next, Duration lease) {
        return connections.write(h -> save(h, next, Optional.of(lease)));
    }

    @Override
    public Outcome complete(List<Finished> finished) {
        try {
            return connections.write(h -> complete(h, finished));
        } catch (DatabaseException.BrokenReference e) {
            return Outcome.STALE;
        }
    }

    private Outcome complete(Handle handle, List<Finished> finished) {
        for (Finished each : finished) {
            Outcome outcome = complete(handle, each);
            if (outcome == Outcome.STALE) {
                handle.rollback();
            }
            if (outcome != Outcome.SAVED) {
                return outcome;
            }
        }
        IdempotencyKeys.enterAll(handle, finished.stream().map(f -> f.upload().id()).toList());
        return Outcome.SAVED;
    }

    private Outcome complete(Handle handle, Finished finished) {
        Outcome outcome = save(handle, finished.upload(), Optional.empty());
        if (outcome != Outcome.SAVED) {
            return outcome;
        }
        if (!Removals.keep(handle, finished.document().container().key())) {
            return Outcome.STALE;
        }
        FamilyRows.insert(handle, finished.document());
        return Outcome.SAVED;
    }

    private Outcome save(Handle handle, Upload next, Optional<Duration> lease) {
        Instant now = connections.now(handle);
        if (bind(handle.createUpdate(UPDATE), next, lease, now).execute() == 0) {
            return Outcome.STALE;
        }
        if (!PathClaims.follow(handle, next)) {
            handle.rollback();
            return Outcome.PATH_TAKEN;
        }
        UploadSteps.follow(handle, next);
        Removals.follow(handle, next, now);
        IdempotencyKeys.follow(handle, next);
        return Outcome.SAVED;
    }

    private static Update bind(Update update, Upload next, Optional<Duration> lease, Instant now) {
        return UploadColumns.bindState(update, next).bind("lease", Leases.column(next, now, lease));
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
    public Page<Upload> list(IntakeId intake, UploadFilter filter, Instant now, PageRequest page) {
        var listing = new UploadListing(intake, filter, now);
        return connections.page(
                listing.sql(), listing::bind, page, UploadColumns::upload, u -> u.id().value());
    }

    @Override
    public List<UploadId> listOpen(IntakeId intake, int limit) {
        return ids(LIST_OPEN, q -> q.bind("intake", intake.toString()), limit);
    }

    @Override
    public Optional<Upload> take(Upload upload, Duration lease) {
        boolean taken = connections.write(h -> Leases.take(h, upload, connections.now(h), lease));
        return taken
                ? find(upload.id()).filter(u -> u.version() == upload.version() + 1)
                : Optional.empty();
    }

    @Override
    public boolean renew(Upload upload, Duration lease) {
        return connections.write(h -> Leases.renew(h, upload, connections.now(h).plus(lease)));
    }

    @Override
    public void release(Upload upload) {
        connections.write(h -> Leases.renew(h, upload, connections.now(h)));
    }

    @Override
    public List<UploadId> unattended(int limit) {
        return connections.read(h -> Leases.unattended(h, connections.now(h), limit)).stream()
                .map(id -> new UploadId(UUID.fromString(id)))
                .toList();
    }

    @Override
    public List<UploadId> overdue(Instant now, int limit) {
        return ids(OVERDUE, q -> q.bind("now", Times.text(now)), limit);
    }

    @Override
    public List<UploadId> receiving(Optional<UploadId> after, int limit) {
        String from = after.map(UploadId::toString).orElse("");
        return ids(RECEIVING, q -> q.bind("after", from), limit);
    }

    @Override
    public List<UploadId> orphaned(int limit) {
        return ids(ORPHANED, q -> q, limit);
    }

    private List<UploadId> ids(String sql, UnaryOperator<Query> bind, int limit) {
        return connections.read(
                h -> bind.apply(h.createQuery(sql)).bind("limit", limit).map(ID).list());
    }

    @Override
    public void forgetKeys(Instant now) {
        connections.write(h -> IdempotencyKeys.forgetOld(h, now));
    }
}
