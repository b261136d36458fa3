package dev.penstock.s3;

import dev.penstock.core.object.ObjectStore;
import dev.penstock.testkit.object.ObjectStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The contract of an object store over a real server, which runs as long as the tests do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3ServerContract extends ObjectStoreContract {
    private final List<S3ObjectStore> stores = new ArrayList<>();
    private @Nullable StorageServer server;

    /// @param folder an empty one, for its data
    abstract StorageServer start(Path folder);

    @BeforeAll
    void open(@TempDir Path folder) {
        server = start(folder);
        open(Clock.systemUTC());
    }

    @AfterAll
    void close() {
        stores.forEach(S3ObjectStore::close);
        if (server != null) {
            server.close();
        }
    }

    @Override
    public ObjectStore store() {
        return stores.getFirst();
    }

    @Override
    public ObjectStore storeSigningAt(Instant time) {
        return open(Clock.fixed(time, ZoneOffset.UTC));
    }

    private S3ObjectStore open(Clock clock) {
        var store = new S3ObjectStore(Objects.requireNonNull(server).settings(clock));
        stores.add(store);
        return store;
    }
}
