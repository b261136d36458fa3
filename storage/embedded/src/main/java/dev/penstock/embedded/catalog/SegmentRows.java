package dev.penstock.embedded.catalog;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.blob.BlobId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where the bytes of parts and objects lie.
///
/// A part's segment has no start yet; completion gives it one and thereby makes it a piece of the
/// object.
public final class SegmentRows {
    private static final String SELECT =
            """
            SELECT part_number, size, blob, md5, crc64nvme, checksum_algorithm, checksum, modified_at
            FROM segments
            """;

    private final Connection connection;
    private final DeletionRows deletions;

    SegmentRows(Connection connection, DeletionRows deletions) {
        this.connection = connection;
        this.deletions = deletions;
    }

    /// Adds a part, in place of the one that had its number.
    public void put(long content, Segment segment) {
        remove(content, segment.partNumber());
        Sql.update(
                connection,
                """
                INSERT INTO segments(content, part_number, size, blob, md5, crc64nvme,
                    checksum_algorithm, checksum, modified_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                content,
                segment.partNumber(),
                segment.size(),
                segment.blob().bytes(),
                segment.md5(),
                segment.crc64nvme(),
                segment.checksum().map(checksum -> checksum.algorithm().name()).orElse(null),
                segment.checksum().map(Checksum::value).orElse(null),
                segment.modifiedAt().toEpochMilli());
    }

    /// Removes a part; its blob goes too. Nothing there is fine.
    public void remove(long content, int partNumber) {
        Optional<BlobId> blob =
                Sql.first(
                        connection,
                        row -> BlobId.ofBytes(row.getBytes(1)),
                        "SELECT blob FROM segments WHERE content = ? AND part_number = ?",
                        content,
                        partNumber);
        if (blob.isPresent()) {
            deletions.addBlob(blob.get());
            forget(content, partNumber);
        }
    }

    /// At most `limit` parts behind a number, in order.
    public List<Segment> after(long content, int partNumber, int limit) {
        return Sql.list(
                connection,
                SegmentRows::segment,
                SELECT + "WHERE content = ? AND part_number > ? ORDER BY part_number LIMIT ?",
                content,
                partNumber,
                limit);
    }

    /// Puts the segments of a content one behind the other in the order of their numbers. One
    /// statement, whatever their number; no segment is written anew.
    public void join(long content) {
        Sql.update(
                connection,
                """
                UPDATE segments SET start = joined.start
                FROM (SELECT part_number AS number,
                             SUM(size) OVER (ORDER BY part_number) - size AS start
                      FROM segments WHERE content = ?) AS joined
                WHERE content = ? AND part_number = joined.number
                """,
                content,
                content);
    }

    /// At most `limit` segments of an object in order, beginning with the one that has the byte at
    /// `offset`.
    public List<SegmentPlace> covering(long content, long offset, int limit) {
        return Sql.list(
                connection,
                row ->
                        new SegmentPlace(
                                row.getLong(1), row.getLong(2), BlobId.ofBytes(row.getBytes(3))),
                COVERING,
                content,
                content,
                offset,
                limit);
    }

    static final String COVERING =
            """
            SELECT start, size, blob FROM segments
            WHERE content = ?
              AND start >= (SELECT MAX(start) FROM segments WHERE content = ? AND start <= ?)
            ORDER BY start LIMIT ?
            """;

    /// Whether some row, one of a deletion that is still to be carried out included, has this blob.
    public boolean isOwned(BlobId blob) {
        return Sql.first(
                        connection,
                        row -> row.getInt(1),
                        """
                        SELECT 1 FROM segments WHERE blob = ?
                        UNION ALL SELECT 1 FROM deleted_blobs WHERE blob = ?
                        """,
                        blob.bytes(),
                        blob.bytes())
                .isPresent();
    }

    /// Forgets a segment whose blob is gone or has another owner.
    public void forget(long content, int partNumber) {
        Sql.update(
                connection,
                "DELETE FROM segments WHERE content = ? AND part_number = ?",
                content,
                partNumber);
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                row.getInt(1),
                row.getLong(2),
                BlobId.ofBytes(row.getBytes(3)),
                row.getString(4),
                row.getString(5),
                checksum(row.getString(6), row.getString(7)),
                Instant.ofEpochMilli(row.getLong(8)));
    }

    private static Optional<Checksum> checksum(
            @org.jspecify.annotations.Nullable String algorithm,
            @org.jspecify.annotations.Nullable String value) {
        return algorithm == null || value == null
                ? Optional.empty()
                : Optional.of(new Checksum(ChecksumAlgorithm.valueOf(algorithm), value));
    }
}
