package dev.penstock.server;

import dev.penstock.embedded.EmbeddedStorage;
import dev.penstock.server.config.Settings;
import dev.penstock.server.config.StorageSettings;
import dev.penstock.server.service.Ids;
import java.net.URI;
import java.time.Clock;

/// The embedded storage on its own, without the service: an S3 server for one bucket.
public final class StandaloneStorage implements AutoCloseable {
    private final EmbeddedStorage running;
    private final StorageSettings.Embedded settings;
    private final String keys;

    private StandaloneStorage(
            EmbeddedStorage running, StorageSettings.Embedded settings, String keys) {
        this.running = running;
        this.settings = settings;
        this.keys = keys;
    }

    /// Starts it; on return it answers. Of the settings those of the data folder and of the
    /// embedded storage count.
    ///
    /// @throws StartException when folder or port cannot be had, or the settings name another
    ///   storage
    public static StandaloneStorage start(Settings settings, Clock clock) {
        if (!(settings.storage() instanceof StorageSettings.Embedded embedded)) {
            throw new StartException(
                    "storage.kind names another storage: only the embedded one can be started");
        }
        var data = settings.data().dir();
        DataFolder.make(data);
        var ids = Ids.secure(clock);
        var running = Storage.startEmbedded(embedded, data, ids, clock);
        var keys =
                embedded.keys().isPresent()
                        ? "as set by storage.embedded.access-key and .secret-key"
                        : "in " + EmbeddedKeys.file(data);
        return new StandaloneStorage(running, embedded, keys);
    }

    /// Where it answers.
    public URI endpoint() {
        return running.endpoint();
    }

    /// The line that says it is ready.
    public String readyLine() {
        return "Penstock storage is ready at %s (bucket: %s; region: %s; keys: %s)"
                .formatted(endpoint(), settings.bucket(), Storage.EMBEDDED_REGION, keys);
    }

    @Override
    public void close() {
        running.close();
    }
}
