package dev.penstock.embedded.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The open multipart uploads.
public final class UploadRows {
    private static final String SELECT =
            """
            SELECT id, bucket, key, content, created_at, headers, checksum_algorithm, checksum_type,
                   revision
            FROM uploads
            """;

    private final Connection connection;

    UploadRows(Connection connection) {
        this.connection = connection;
    }

    /// The open upload with this id for this key.
    public Optional<Upload> find(String id, ObjectKey where) {
        return Sql.first(connection, UploadRows::upload, SELECT + "WHERE id = ?", id)
                .filter(upload -> upload.where().equals(where));
    }

    /// At most `limit` uploads of a bucket, by key and then by age.
    ///
    /// @param key the first key to list
    /// @param afterId of that key, only uploads behind this one
    public List<Upload> from(String bucket, byte[] key, String afterId, int limit) {
        return Sql.list(
                connection,
                UploadRows::upload,
                SELECT + "WHERE bucket = ? AND (key, id) > (?, ?) ORDER BY key, id LIMIT ?",
                bucket,
                key,
                afterId,
                limit);
    }

    /// Opens an upload.
    public void add(Upload upload) {
        Sql.update(
                connection,
                """
                INSERT INTO uploads(id, bucket, key, content, created_at, headers,
                    checksum_algorithm, checksum_type, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                upload.id(),
                upload.where().bucket(),
                upload.where().keyBytes(),
                upload.content(),
                upload.createdAt().toEpochMilli(),
                upload.headers().text(),
                upload.checksum().chosen().map(ChecksumAlgorithm::name).orElse(null),
                upload.checksum().type().name(),
                upload.revision());
    }

    /// Says that the parts change.
    ///
    /// @return whether the upload is still open
    public boolean touch(Upload upload) {
        return Sql.update(
                        connection,
                        "UPDATE uploads SET revision = revision + 1 WHERE id = ?",
                        upload.id())
                == 1;
    }

    /// Closes an upload if no part came since it was read.
    ///
    /// @return whether it was so, and is closed now
    public boolean closeUnchanged(Upload upload) {
        return Sql.update(
                        connection,
                        "DELETE FROM uploads WHERE id = ? AND revision = ?",
                        upload.id(),
                        upload.revision())
                == 1;
    }

    /// Closes an upload.
    ///
    /// @return whether it was open
    public boolean close(Upload upload) {
        return Sql.update(connection, "DELETE FROM uploads WHERE id = ?", upload.id()) == 1;
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                row.getString(1),
                new ObjectKey(row.getString(2), new String(row.getBytes(3), UTF_8)),
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(5)),
                StoredHeaders.parse(row.getString(6)),
                new UploadChecksum(
                        Optional.ofNullable(row.getString(7)).map(ChecksumAlgorithm::valueOf),
                        ChecksumType.valueOf(row.getString(8))),
                row.getLong(9));
    }
}
