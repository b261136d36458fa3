package dev.penstock.embedded.catalog;

import java.sql.Connection;

/// The rows, as one transaction or one reader sees them.
public record Tables(
        BucketRows buckets,
        ObjectRows objects,
        UploadRows uploads,
        SegmentRows segments,
        DeletionRows deletions) {

    static Tables of(Connection connection) {
        DeletionRows deletions = new DeletionRows(connection);
        SegmentRows segments = new SegmentRows(connection, deletions);
        return new Tables(
                new BucketRows(connection),
                new ObjectRows(connection, deletions),
                new UploadRows(connection),
                segments,
                deletions);
    }
}
