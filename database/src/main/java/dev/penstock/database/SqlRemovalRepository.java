package dev.penstock.database;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.upload.Removal;
import dev.penstock.core.upload.Removal.Round;
import dev.penstock.core.upload.RemovalRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Table `removal`. A row that somebody took is due again when the lease ends. A reservation that
/// has run out is taken like any other, and is none any more.
final class SqlRemovalRepository implements RemovalRepository {
    /// The condition stands twice: PostgreSQL checks the outer one again on a row that another
    /// transaction has changed meanwhile.
    private static final String TAKE_DUE =
            """
            UPDATE removal SET due = :until,
              round = CASE round WHEN 'RESERVED' THEN 'FIRST' ELSE round END
            WHERE due <= :now AND object_key IN (
              SELECT object_key FROM removal WHERE due <= :now ORDER BY due LIMIT :limit)
            RETURNING object_key, multipart_id, round
            """;

    private static final String TAKE =
            """
            UPDATE removal SET due = :until,
              round = CASE round WHEN 'RESERVED' THEN 'FIRST' ELSE round END
            WHERE object_key = :key AND due <= :now
            RETURNING object_key, multipart_id, round
            """;
    private static final String RESERVE =
            """
            INSERT INTO removal (object_key, multipart_id, round, due)
            VALUES (:key, NULL, 'RESERVED', :due)
            """;
    private static final String RELEASE =
            """
            UPDATE removal SET round = 'FIRST', due = :due
            WHERE object_key = :key AND round = 'RESERVED'
            """;
    private static final String POSTPONE =
            """
            UPDATE removal SET round = 'SECOND', due = :due
            WHERE object_key = :key AND round = 'FIRST'
            """;
    private static final String FORGET =
            "DELETE FROM removal WHERE object_key = :key AND round = 'SECOND'";

    private static final RowReader<Removal> REMOVAL =
            row ->
                    new Removal(
                            new ObjectKey(row.text("object_key")),
                            row.optionalText("multipart_id").map(MultipartId::new),
                            Round.valueOf(row.text("round")));

    private final Connections connections;

    SqlRemovalRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void reserve(ObjectKey key, Duration time) {
        connections.write(h -> enter(h, RESERVE, key, connections.now(h).plus(time)));
    }

    @Override
    public void release(ObjectKey key) {
        connections.write(h -> enter(h, RELEASE, key, connections.now(h)));
    }

    private static int enter(Handle handle, String sql, ObjectKey key, Instant due) {
        return handle.createUpdate(sql)
                .bind("key", key.value())
                .bind("due", Times.text(due))
                .execute();
    }

    @Override
    public List<Removal> takeDue(int limit, Duration lease) {
        return connections.write(h -> take(h, h.createQuery(TAKE_DUE).bind("limit", limit), lease));
    }

    @Override
    public Optional<Removal> take(ObjectKey key, Duration lease) {
        return connections
                .write(h -> take(h, h.createQuery(TAKE).bind("key", key.value()), lease))
                .stream()
                .findFirst();
    }

    private List<Removal> take(Handle handle, Query query, Duration lease) {
        Instant now = connections.now(handle);
        return query.bind("now", Times.text(now))
                .bind("until", Times.text(now.plus(lease)))
                .map(REMOVAL)
                .list();
    }

    @Override
    public void done(Removal removal, Duration again) {
        connections.write(h ->
                switch (removal.round()) {
                    case FIRST ->
                            h.createUpdate(POSTPONE)
                                    .bind("key", removal.key().value())
                                    .bind("due", Times.text(connections.now(h).plus(again)))
                                    .execute();
                    case SECOND ->
                            h.createUpdate(FORGET).bind("key", removal.key().value()).execute();
                });
    }
}
