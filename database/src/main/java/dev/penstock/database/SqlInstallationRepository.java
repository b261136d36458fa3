package dev.penstock.database;

import dev.penstock.core.installation.InstallationRepository;
import java.util.Optional;

/// Table `installation`.
final class SqlInstallationRepository implements InstallationRepository {
    private static final String INSERT =
            """
            INSERT INTO installation (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO NOTHING
            """;
    private static final String SELECT = "SELECT value FROM installation WHERE name = :name";

    private final Connections connections;

    SqlInstallationRepository(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<String> find(String key) {
        return connections.findOne(SELECT, q -> q.bind("name", key), r -> r.text("value"));
    }

    @Override
    public String putIfAbsent(String key, String value) {
        connections.update(INSERT, u -> u.bind("name", key).bind("value", value));
        return find(key).orElseThrow();
    }
}
