package dev.penstock.s3;

import dev.penstock.core.object.StorageCapabilities;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/// The contract against versitygw, which the first run installs.
@Tag("proof")
abstract class VersitygwContract extends S3ServerContract {
    private final StorageCapabilities capabilities;

    VersitygwContract(StorageCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    StorageServer start(Path folder) {
        return Versitygw.start(VersitygwProgram.requireFor(getClass()), folder, capabilities);
    }

    /// It keeps the id of the upload that an object came from, and answers as the first time.
    @Override
    public SecondCompletion secondCompletion() {
        return SecondCompletion.SAYS_DONE;
    }
}
