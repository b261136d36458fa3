package dev.penstock.server;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.ApiKeyId;
import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.Grant;
import dev.penstock.core.access.Permission;
import dev.penstock.core.access.SecretHash;
import dev.penstock.database.Database;
import dev.penstock.database.DatabaseException;
import dev.penstock.server.config.BootstrapSettings;
import dev.penstock.server.config.Secret;
import dev.penstock.server.service.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The platform administrator's key that the first start makes, kept as a hash like any other. Of
/// nodes that start at the same moment one makes it: they agree on its id first, and an id is there
/// but once.
final class FirstKey {
    private static final String ID = "first-key-id";

    private FirstKey() {}

    /// @return the secret when one was made up here, to be shown once
    static Optional<Secret> ensure(
            Database database, BootstrapSettings settings, Ids ids, Instant now) {
        ApiKeyRepository keys = database.apiKeys();
        if (!keys.isEmpty()) {
            return Optional.empty();
        }
        String id = database.installation().putIfAbsent(ID, ids.next().toString());
        Secret secret = settings.apiKey().orElseGet(() -> new Secret(ids.secret(ApiKey.PREFIX)));
        ApiKey key = administrator(new ApiKeyId(UUID.fromString(id)), secret, now);
        boolean mine = isFirst(keys, key);
        return mine && settings.apiKey().isEmpty() ? Optional.of(secret) : Optional.empty();
    }

    private static boolean isFirst(ApiKeyRepository keys, ApiKey key) {
        try {
            keys.insert(key);
            return true;
        } catch (DatabaseException e) {
            if (keys.isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private static ApiKey administrator(ApiKeyId id, Secret secret, Instant now) {
        return new ApiKey(
                id,
                "administrator",
                SecretHash.of(secret.value()),
                List.of(new Grant(Optional.empty(), Set.of(Permission.ADMIN))),
                Optional.empty(),
                now,
                now,
                0);
    }
}
