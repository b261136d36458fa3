package dev.penstock.embedded.catalog;

import java.sql.Connection;
import java.time.Instant;

/// The buckets.
public final class BucketRows {
    private final Connection connection;

    BucketRows(Connection connection) {
        this.connection = connection;
    }

    /// Whether there is a bucket of this name.
    public boolean exists(String name) {
        return Sql.first(
                        connection,
                        row -> row.getInt(1),
                        "SELECT 1 FROM buckets WHERE name = ?",
                        name)
                .isPresent();
    }

    /// Makes a bucket.
    ///
    /// @return whether it is new
    public boolean create(String name, Instant at) {
        return Sql.update(
                        connection,
                        "INSERT INTO buckets(name, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        name,
                        at.toEpochMilli())
                == 1;
    }
}
