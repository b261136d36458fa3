package dev.penstock.database;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.ApiKeyId;
import dev.penstock.core.access.Grant;
import dev.penstock.core.access.Permission;
import dev.penstock.core.access.SecretHash;
import dev.penstock.core.intake.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/// The grants of API keys: a row each, in order.
final class Grants {
    private static final String INSERT =
            """
            INSERT INTO api_key_grant (api_key_id, position, organization_id, permissions)
            VALUES (:key, :position, :organization, :permissions)
            """;
    private static final String DELETE = "DELETE FROM api_key_grant WHERE api_key_id = :key";

    private Grants() {}

    static void insert(Handle handle, ApiKey key) {
        if (key.grants().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT);
        for (int position = 0; position < key.grants().size(); position++) {
            Grant grant = key.grants().get(position);
            batch.bind("key", key.id().toString())
                    .bind("position", position)
                    .bind("organization", grant.organization().map(OrganizationId::toString))
                    .bind("permissions", text(grant.permissions()))
                    .add();
        }
        batch.execute();
    }

    static void delete(Handle handle, ApiKeyId key) {
        handle.createUpdate(DELETE).bind("key", key.toString()).execute();
    }

    /// A key as one row of the join shows it: with one grant or none.
    static ApiKey keyWithGrant(ResultSet set, StatementContext context) throws SQLException {
        var row = new Row(set);
        return new ApiKey(
                new ApiKeyId(row.uuid("id")),
                row.text("name"),
                new SecretHash(row.text("hash")),
                grant(row).stream().toList(),
                row.optionalInstant("expires_at"),
                row.instant("created_on"),
                row.instant("updated_on"),
                row.number("change_sequence"));
    }

    /// Joins neighbours that are the same key.
    static List<ApiKey> fold(List<ApiKey> rows) {
        var keys = new ArrayList<ApiKey>();
        for (ApiKey row : rows) {
            if (!keys.isEmpty() && keys.getLast().id().equals(row.id())) {
                keys.add(withGrants(keys.removeLast(), row.grants()));
            } else {
                keys.add(row);
            }
        }
        return keys;
    }

    private static ApiKey withGrants(ApiKey key, List<Grant> more) {
        return new ApiKey(
                key.id(),
                key.name(),
                key.hash(),
                Stream.concat(key.grants().stream(), more.stream()).toList(),
                key.expiresAt(),
                key.createdOn(),
                key.updatedOn(),
                key.changeSequence());
    }

    private static Optional<Grant> grant(Row row) throws SQLException {
        Optional<OrganizationId> organization =
                row.optionalUuid("organization_id").map(OrganizationId::new);
        return row.optionalText("permissions")
                .map(names -> new Grant(organization, permissions(names)));
    }

    private static String text(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::text).collect(Collectors.joining(" "));
    }

    private static Set<Permission> permissions(String names) {
        return Stream.of(names.split(" "))
                .filter(n -> !n.isEmpty())
                .map(n -> Permission.of(n).orElseThrow(() -> unknown(n)))
                .collect(Collectors.toSet());
    }

    private static DatabaseException unknown(String permission) {
        return new DatabaseException("the database holds an unknown permission, " + permission);
    }
}
