package dev.penstock.database;

import dev.penstock.core.upload.Upload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Column `lease_until` of table `upload`: how long whoever works on it has it for itself. Empty
/// where nobody does or has to.
final class Leases {
    private static final String TAKE =
            """
            UPDATE upload SET version = version + 1, lease_until = :until
            WHERE id = :id AND version = :version AND (lease_until IS NULL OR lease_until <= :now)
            """;
    private static final String RENEW =
            """
            UPDATE upload SET lease_until = :until
            WHERE id = :id AND version = :version AND lease_until IS NOT NULL
            """;
    private static final String UNATTENDED =
            """
            SELECT id FROM upload WHERE lease_until <= :now ORDER BY lease_until, id LIMIT :limit
            """;
    private static final String END_ALL =
            "UPDATE upload SET lease_until = '' WHERE lease_until IS NOT NULL";

    private Leases() {}

    /// What a save writes. The storage may have been asked to complete: somebody has to find out,
    /// even where nobody keeps the lease.
    static Optional<String> column(Upload upload, Instant now, Optional<Duration> lease) {
        Optional<Instant> over =
                upload instanceof Upload.Completing ? Optional.of(now) : Optional.empty();
        return lease.map(now::plus).or(() -> over).map(Times::text);
    }

    static boolean take(Handle handle, Upload upload, Instant now, Duration lease) {
        return handle.createUpdate(TAKE)
                        .bind("id", upload.id().toString())
                        .bind("version", upload.version())
                        .bind("now", Times.text(now))
                        .bind("until", Times.text(now.plus(lease)))
                        .execute()
                == 1;
    }

    static boolean renew(Handle handle, Upload upload, Instant until) {
        return handle.createUpdate(RENEW)
                        .bind("id", upload.id().toString())
                        .bind("version", upload.version())
                        .bind("until", Times.text(until))
                        .execute()
                == 1;
    }

    static List<String> unattended(Handle handle, Instant now, int limit) {
        return handle.createQuery(UNATTENDED)
                .bind("now", Times.text(now))
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    static int endAll(Handle handle) {
        return handle.createUpdate(END_ALL).execute();
    }
}
