package dev.penstock.server.simulation;

import dev.penstock.core.document.FamilyId;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.upload.UploadId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tables as they are, read by plain SQL.
final class Rows implements AutoCloseable {
    private static final String UPLOADS =
            """
            SELECT u.id, u.state, u.version, u.cause, u.family_id, u.multipart_id, u.object_key,
              u.path, u.deadline, f.id AS document
            FROM upload u LEFT JOIN document_family f ON f.upload_id = u.id ORDER BY u.id
            """;

    private final PreparedStatement uploads;
    private final PreparedStatement claims;
    private final PreparedStatement removals;
    private final PreparedStatement containers;

    Rows(Connection connection) throws SQLException {
        uploads = connection.prepareStatement(UPLOADS);
        claims =
                connection.prepareStatement(
                        "SELECT upload_id || ' ' || path FROM path_claim ORDER BY 1");
        removals = connection.prepareStatement("SELECT object_key FROM removal");
        containers =
                connection.prepareStatement(
                        "SELECT object_key FROM content_object WHERE content_type = 'DOCUMENT'");
    }

    /// @param family what the upload says that it became
    /// @param document the family that is there
    record UploadRow(
            UploadId id,
            String state,
            long version,
            Optional<String> cause,
            Optional<FamilyId> family,
            Optional<MultipartId> multipart,
            ObjectKey key,
            String path,
            Instant deadline,
            Optional<FamilyId> document) {

        boolean endedWithoutDocument() {
            return switch (state) {
                case "rejected", "failed", "aborted", "expired" -> true;
                default -> false;
            };
        }

        boolean hasEnded() {
            return state.equals("completed") || endedWithoutDocument();
        }

        /// Its document is there no more.
        boolean isDeleted() {
            return state.equals("completed") && document.isEmpty();
        }

        boolean claimsPath() {
            return state.equals("completing") || state.equals("stored") || document.isPresent();
        }
    }

    List<UploadRow> uploads() {
        var found = new ArrayList<UploadRow>();
        try (ResultSet set = uploads.executeQuery()) {
            while (set.next()) {
                found.add(upload(set));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static UploadRow upload(ResultSet set) throws SQLException {
        return new UploadRow(
                new UploadId(UUID.fromString(set.getString("id"))),
                set.getString("state"),
                set.getLong("version"),
                Optional.ofNullable(set.getString("cause")),
                family(set, "family_id"),
                Optional.ofNullable(set.getString("multipart_id")).map(MultipartId::new),
                new ObjectKey(set.getString("object_key")),
                set.getString("path"),
                Instant.parse(set.getString("deadline")),
                family(set, "document"));
    }

    private static Optional<FamilyId> family(ResultSet set, String column) throws SQLException {
        return Optional.ofNullable(set.getString(column)).map(UUID::fromString).map(FamilyId::new);
    }

    /// Each an upload's id, a space and a path; sorted.
    List<String> claims() {
        return texts(claims);
    }

    /// Object keys.
    List<String> removals() {
        return texts(removals);
    }

    /// Object keys of documents' containers.
    List<ObjectKey> containers() {
        return texts(containers).stream().map(ObjectKey::new).toList();
    }

    private static List<String> texts(PreparedStatement statement) {
        var found = new ArrayList<String>();
        try (ResultSet set = statement.executeQuery()) {
            while (set.next()) {
                found.add(set.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        uploads.close();
        claims.close();
        removals.close();
        containers.close();
    }
}
