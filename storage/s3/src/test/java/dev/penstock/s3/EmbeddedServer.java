package dev.penstock.s3;

import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.embedded.EmbeddedStorage;
import dev.penstock.embedded.EmbeddedStorageSettings;
import dev.penstock.sigv4.Credentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// The embedded storage on a port of its own.
record EmbeddedServer(EmbeddedStorage storage) implements StorageServer {
    private static final Credentials KEYS = Credentials.of("embedded", "embedded-secret");
    private static final String REGION = "us-east-1";
    private static final String BUCKET = "penstock";

    static EmbeddedServer start(Path folder) {
        return new EmbeddedServer(
                EmbeddedStorage.start(
                        new EmbeddedStorageSettings(
                                folder,
                                "127.0.0.1",
                                0,
                                BUCKET,
                                KEYS,
                                REGION,
                                List.of("*"),
                                Clock.systemUTC())));
    }

    @Override
    public S3Settings settings(Clock clock) {
        return new S3Settings(
                Optional.of(storage.endpoint()),
                Optional.empty(),
                REGION,
                BUCKET,
                Optional.of(KEYS),
                PathStyle.AUTO,
                StorageCapabilities.EVERYTHING,
                clock);
    }

    @Override
    public void close() {
        storage.close();
    }
}
