package dev.penstock.server.support;

import dev.penstock.server.StandaloneStorage;
import dev.penstock.server.config.SettingsLoader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A storage of the test's own, on the machine's clock, and the settings of a service that uses it,
/// or whatever stands before it, as any S3.
public final class OwnStorage implements AutoCloseable {
    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "test-secret-key";

    private final StandaloneStorage storage;

    private OwnStorage(StandaloneStorage storage) {
        this.storage = storage;
    }

    public static OwnStorage in(Path folder) {
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
        return new OwnStorage(
                StandaloneStorage.start(
                        SettingsLoader.load(Optional.empty(), settings), Clock.systemUTC()));
    }

    public URI endpoint() {
        return storage.endpoint();
    }

    /// @param endpoint where the service asks
    /// @param more names and values of other settings
    Map<String, String> settings(URI endpoint, String... more) {
        return settings(endpoint, "penstock", ACCESS_KEY, SECRET_KEY, more);
    }

    /// The settings of a service on any S3.
    static Map<String, String> settings(
            URI endpoint, String bucket, String accessKey, String secretKey, String... more) {
        var settings = new HashMap<String, String>();
        settings.put("PENSTOCK_STORAGE", "s3");
        settings.put("PENSTOCK_S3_ENDPOINT", endpoint.toString());
        settings.put("PENSTOCK_S3_BUCKET", bucket);
        settings.put("PENSTOCK_S3_ACCESS_KEY", accessKey);
        settings.put("PENSTOCK_S3_SECRET_KEY", secretKey);
        settings.put("PENSTOCK_S3_PATH_STYLE", "true");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    @Override
    public void close() {
        storage.close();
    }
}
