package dev.penstock.server;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.ApiKeyId;
import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.Grant;
import dev.penstock.core.access.Permission;
import dev.penstock.core.access.SecretHash;
import dev.penstock.server.config.BootstrapSettings;
import dev.penstock.server.config.Secret;
import dev.penstock.server.service.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The platform administrator's key that the first start makes, kept as a hash like any other.
final class FirstKey {
    private FirstKey() {}

    /// @return the secret when one was made up here, to be shown once
    static Optional<Secret> ensure(
            ApiKeyRepository keys, BootstrapSettings settings, Ids ids, Instant now) {
        if (!keys.isEmpty()) {
            return Optional.empty();
        }
        Secret secret = settings.apiKey().orElseGet(() -> new Secret(ids.secret(ApiKey.PREFIX)));
        keys.insert(
                new ApiKey(
                        new ApiKeyId(ids.next()),
                        "administrator",
                        SecretHash.of(secret.value()),
                        List.of(new Grant(Optional.empty(), Set.of(Permission.ADMIN))),
                        Optional.empty(),
                        now,
                        now,
                        0));
        return settings.apiKey().isPresent() ? Optional.empty() : Optional.of(secret);
    }
}
