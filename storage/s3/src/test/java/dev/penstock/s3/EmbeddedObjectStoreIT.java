package dev.penstock.s3;

import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.embedded.EmbeddedStorage;
import dev.penstock.embedded.EmbeddedStorageSettings;
import dev.penstock.sigv4.Credentials;
import dev.penstock.testkit.object.ObjectStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The contract against the embedded storage, which keeps everything.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedObjectStoreIT extends ObjectStoreContract {
    private static final Credentials KEYS = Credentials.of("embedded", "embedded-secret");
    private static final String REGION = "us-east-1";
    private static final String BUCKET = "penstock";

    private final OpenStores stores = new OpenStores();
    private EmbeddedStorage storage;
    private ObjectStore store;

    @BeforeAll
    void start(@TempDir Path folder) {
        storage =
                EmbeddedStorage.start(
                        new EmbeddedStorageSettings(
                                folder,
                                "127.0.0.1",
                                0,
                                BUCKET,
                                KEYS,
                                REGION,
                                List.of("*"),
                                Clock.systemUTC()));
        store = stores.open(settings(Clock.systemUTC()));
    }

    @AfterAll
    void stop() {
        stores.close();
        storage.close();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore storeSigningAt(Instant time) {
        return stores.open(settings(Clock.fixed(time, ZoneOffset.UTC)));
    }

    /// It remembers which upload an object came from, as S3 does.
    @Override
    public SecondCompletion secondCompletion() {
        return SecondCompletion.SAYS_DONE;
    }

    private S3Settings settings(Clock clock) {
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
}
