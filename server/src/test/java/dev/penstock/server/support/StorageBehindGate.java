package dev.penstock.server.support;

import dev.penstock.server.StandaloneStorage;
import dev.penstock.server.config.SettingsLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A storage of its own, reached through a gate, and the settings of a service that uses it as any
/// S3.
public final class StorageBehindGate implements AutoCloseable {
    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "test-secret-key";

    private final StandaloneStorage storage;
    private final GatedStorage gate;

    private StorageBehindGate(StandaloneStorage storage) {
        this.storage = storage;
        this.gate = new GatedStorage(storage.endpoint());
    }

    public static StorageBehindGate in(Path folder) {
        Map<String, String> settings =
                Map.of(
                        "PENSTOCK_DATA_DIR",
                        folder.toString(),
                        "PENSTOCK_EMBEDDED_PORT",
                        "0",
                        "PENSTOCK_EMBEDDED_ACCESS_KEY",
                        ACCESS_KEY,
                        "PENSTOCK_EMBEDDED_SECRET_KEY",
                        SECRET_KEY);
        return new StorageBehindGate(
                StandaloneStorage.start(
                        SettingsLoader.load(Optional.empty(), settings), Clock.systemUTC()));
    }

    public GatedStorage gate() {
        return gate;
    }

    /// @param more names and values of other settings
    public Map<String, String> settings(String... more) {
        var settings = new HashMap<String, String>();
        settings.put("PENSTOCK_STORAGE", "s3");
        settings.put("PENSTOCK_S3_ENDPOINT", gate.url().toString());
        settings.put("PENSTOCK_S3_PUBLIC_ENDPOINT", storage.endpoint().toString());
        settings.put("PENSTOCK_S3_BUCKET", "penstock");
        settings.put("PENSTOCK_S3_ACCESS_KEY", ACCESS_KEY);
        settings.put("PENSTOCK_S3_SECRET_KEY", SECRET_KEY);
        settings.put("PENSTOCK_S3_PATH_STYLE", "true");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    @Override
    public void close() {
        gate.close();
        storage.close();
    }
}
