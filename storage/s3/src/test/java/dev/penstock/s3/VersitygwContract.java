package dev.penstock.s3;

import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.testkit.object.ObjectStoreContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The contract against versitygw, which the first run installs.
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VersitygwContract extends ObjectStoreContract {
    private final StorageCapabilities capabilities;
    private final OpenStores stores = new OpenStores();
    private Versitygw server;
    private ObjectStore store;

    VersitygwContract(StorageCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Versitygw.start(VersitygwProgram.requireFor(getClass()), folder);
        store = stores.open(settings(Clock.systemUTC()));
    }

    @AfterAll
    void stop() {
        stores.close();
        if (server != null) {
            server.close();
        }
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore storeSigningAt(Instant time) {
        return stores.open(settings(Clock.fixed(time, ZoneOffset.UTC)));
    }

    /// It keeps the id of the upload that an object came from, and answers as the first time.
    @Override
    public SecondCompletion secondCompletion() {
        return SecondCompletion.SAYS_DONE;
    }

    private S3Settings settings(Clock clock) {
        return server.settings(capabilities, clock);
    }
}
