package dev.penstock.embedded.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The objects, ordered by bucket and by the bytes of their keys.
public final class ObjectRows {
    private static final String SELECT =
            """
            SELECT bucket, key, content, size, etag, modified_at, headers,
                   checksum_algorithm, checksum_type, checksum, upload_id
            FROM objects
            """;

    private final Connection connection;
    private final DeletionRows deletions;

    ObjectRows(Connection connection, DeletionRows deletions) {
        this.connection = connection;
        this.deletions = deletions;
    }

    /// The object under a key.
    public Optional<StoredObject> find(ObjectKey where) {
        return Sql.first(
                connection,
                ObjectRows::object,
                SELECT + "WHERE bucket = ? AND key = ?",
                where.bucket(),
                where.keyBytes());
    }

    /// The object that a multipart upload became, while it is there.
    public Optional<StoredObject> ofUpload(String uploadId) {
        return Sql.first(connection, ObjectRows::object, SELECT + "WHERE upload_id = ?", uploadId);
    }

    /// At most `limit` objects of a bucket from a key on, that key included.
    public List<StoredObject> from(String bucket, byte[] key, int limit) {
        return Sql.list(
                connection,
                ObjectRows::object,
                SELECT + "WHERE bucket = ? AND key >= ? ORDER BY key LIMIT ?",
                bucket,
                key,
                limit);
    }

    /// Makes an object visible; the one that it replaces is deleted.
    public void put(StoredObject object) {
        delete(object.where());
        Sql.update(
                connection,
                """
                INSERT INTO objects(bucket, key, content, size, etag, modified_at, headers,
                    checksum_algorithm, checksum_type, checksum, upload_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                object.where().bucket(),
                object.where().keyBytes(),
                object.content(),
                object.size(),
                object.etag(),
                object.modifiedAt().toEpochMilli(),
                object.headers().text(),
                object.checksum().algorithm().name(),
                object.checksum().type().name(),
                object.checksum().value(),
                object.uploadId().orElse(null));
    }

    /// Deletes what is under a key; its bytes go once nobody reads them. Nothing there is fine.
    public void delete(ObjectKey where) {
        find(where).ifPresent(this::delete);
    }

    private void delete(StoredObject object) {
        deletions.addContent(object.content());
        Sql.update(connection, "DELETE FROM objects WHERE content = ?", object.content());
    }

    private static StoredObject object(ResultSet row) throws SQLException {
        return new StoredObject(
                new ObjectKey(row.getString(1), new String(row.getBytes(2), UTF_8)),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                StoredHeaders.parse(row.getString(7)),
                new ObjectChecksum(
                        ChecksumAlgorithm.valueOf(row.getString(8)),
                        ChecksumType.valueOf(row.getString(9)),
                        row.getString(10)),
                Optional.ofNullable(row.getString(11)));
    }
}
