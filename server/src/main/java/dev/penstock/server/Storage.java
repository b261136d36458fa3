package dev.penstock.server;

import dev.penstock.core.installation.InstallationRepository;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.embedded.EmbeddedStorage;
import dev.penstock.embedded.EmbeddedStorageSettings;
import dev.penstock.embedded.blob.StartRefusedException;
import dev.penstock.s3.PathStyle;
import dev.penstock.s3.S3ObjectStore;
import dev.penstock.s3.S3Settings;
import dev.penstock.server.config.Settings;
import dev.penstock.server.config.StorageKeys;
import dev.penstock.server.config.StorageSettings;
import dev.penstock.server.service.Ids;
import dev.penstock.sigv4.Credentials;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The storage that the settings name, spoken to through the one S3 adapter, whichever it is.
///
/// @param description for the ready line
/// @param own the embedded storage, when it runs in this process
record Storage(S3ObjectStore store, String description, Optional<EmbeddedStorage> own)
        implements AutoCloseable {
    static final String EMBEDDED_REGION = "us-east-1";
    private static final String STORAGE_ID = "storage-id";

    static Storage open(
            Settings settings, InstallationRepository installation, Ids ids, Clock clock) {
        return switch (settings.storage()) {
            case StorageSettings.Embedded embedded ->
                    openEmbedded(embedded, settings.data().dir(), installation, ids, clock);
            case StorageSettings.S3 s3 -> openS3(s3, clock);
        };
    }

    private static Storage openEmbedded(
            StorageSettings.Embedded settings,
            Path data,
            InstallationRepository installation,
            Ids ids,
            Clock clock) {
        EmbeddedStorage running = startEmbedded(settings, data, ids, clock);
        try {
            requireSameStorage(installation, running.storageId().toString());
            URI endpoint = running.endpoint();
            var store =
                    new S3ObjectStore(
                            new S3Settings(
                                    Optional.of(endpoint),
                                    Optional.of(settings.publicUrl(endpoint.getPort())),
                                    EMBEDDED_REGION,
                                    settings.bucket(),
                                    Optional.of(credentials(keys(settings, data, ids))),
                                    PathStyle.ON,
                                    StorageCapabilities.EVERYTHING,
                                    clock));
            return new Storage(store, "embedded at " + endpoint, Optional.of(running));
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    /// Starts the embedded storage alone.
    static EmbeddedStorage startEmbedded(
            StorageSettings.Embedded settings, Path data, Ids ids, Clock clock) {
        try {
            return EmbeddedStorage.start(
                    new EmbeddedStorageSettings(
                            data.resolve("storage"),
                            settings.host(),
                            settings.port(),
                            settings.bucket(),
                            credentials(keys(settings, data, ids)),
                            EMBEDDED_REGION,
                            List.of("*"),
                            clock));
        } catch (StartRefusedException | IllegalStateException | UncheckedIOException e) {
            throw new StartException("The embedded storage cannot start: " + e.getMessage(), e);
        }
    }

    static StorageKeys keys(StorageSettings.Embedded settings, Path data, Ids ids) {
        return settings.keys().orElseGet(() -> EmbeddedKeys.in(data, ids));
    }

    /// One database belongs to one storage: with another, every object would seem lost.
    private static void requireSameStorage(InstallationRepository installation, String id) {
        String known = installation.putIfAbsent(STORAGE_ID, id);
        if (!known.equals(id)) {
            throw new StartException(
                    "The database belongs to the storage %s, but the data folder holds %s: use the folder and the database that belong together."
                            .formatted(known, id));
        }
    }

    private static Storage openS3(StorageSettings.S3 settings, Clock clock) {
        var store =
                new S3ObjectStore(
                        new S3Settings(
                                settings.endpoint(),
                                settings.publicEndpoint(),
                                settings.region(),
                                settings.bucket(),
                                settings.keys().map(Storage::credentials),
                                settings.pathStyle() ? PathStyle.ON : PathStyle.OFF,
                                StorageCapabilities.UNPROBED,
                                clock));
        try {
            store.requireBucket();
            String where = settings.endpoint().map(URI::toString).orElse("AWS");
            return new Storage(
                    store,
                    "s3 bucket %s at %s".formatted(settings.bucket(), where),
                    Optional.empty());
        } catch (RuntimeException e) {
            store.close();
            throw new StartException("The storage cannot be used: " + e.getMessage(), e);
        }
    }

    private static Credentials credentials(StorageKeys keys) {
        return new Credentials(keys.accessKey(), keys.secretKey().value(), Optional.empty());
    }

    @Override
    public void close() {
        store.close();
        own.ifPresent(EmbeddedStorage::close);
    }
}
