package dev.penstock.embedded.catalog;

import dev.penstock.embedded.blob.BlobId;
import java.sql.Connection;
import java.util.List;

/// What is deleted but still lies on the disk: written in the transaction that deletes, carried out
/// when nobody reads the bytes any more, and remembered until it is.
public final class DeletionRows {
    private final Connection connection;

    DeletionRows(Connection connection) {
        this.connection = connection;
    }

    /// All segments of an object or upload are to go. One row, whatever their number.
    public void addContent(long content) {
        Sql.update(connection, "INSERT INTO deleted_contents(content) VALUES (?)", content);
    }

    /// One blob is to go that no segment names any more.
    public void addBlob(BlobId blob) {
        Sql.update(connection, "INSERT INTO deleted_blobs(blob) VALUES (?)", (Object) blob.bytes());
    }

    /// All contents that are to go.
    public List<Long> contents() {
        return Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT content FROM deleted_contents ORDER BY content");
    }

    /// At most `limit` of the single blobs that are to go.
    public List<BlobId> blobs(int limit) {
        return Sql.list(
                connection,
                row -> BlobId.ofBytes(row.getBytes(1)),
                "SELECT blob FROM deleted_blobs LIMIT ?",
                limit);
    }

    /// The last segment of a content is gone.
    public void forgetContent(long content) {
        Sql.update(connection, "DELETE FROM deleted_contents WHERE content = ?", content);
    }

    /// The blob is gone.
    public void forgetBlob(BlobId blob) {
        Sql.update(connection, "DELETE FROM deleted_blobs WHERE blob = ?", (Object) blob.bytes());
    }
}
