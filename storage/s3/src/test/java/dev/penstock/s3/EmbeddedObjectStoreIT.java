package dev.penstock.s3;

import java.nio.file.Path;

/// The contract against the embedded storage, which keeps everything.
class EmbeddedObjectStoreIT extends S3ServerContract {

    @Override
    StorageServer start(Path folder) {
        return EmbeddedServer.start(folder);
    }

    /// It remembers which upload an object came from, as S3 does.
    @Override
    public SecondCompletion secondCompletion() {
        return SecondCompletion.SAYS_DONE;
    }
}
