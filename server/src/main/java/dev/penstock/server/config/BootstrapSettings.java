package dev.penstock.server.config;

import java.util.Optional;

/// What the first start needs.
///
/// @param apiKey the administrator's key (`pak_…`) to begin with; empty: one is made at the first
///   start and printed once (`bootstrap.api-key`)
public record BootstrapSettings(Optional<Secret> apiKey) {
    static BootstrapSettings from(Given given) {
        return new BootstrapSettings(given.read(SettingKey.BOOTSTRAP_API_KEY, Shapes.API_KEY));
    }
}
