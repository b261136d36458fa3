package dev.penstock.s3;

import java.util.ArrayList;
import java.util.List;

/// The stores that a test has opened, closed together.
final class OpenStores implements AutoCloseable {
    private final List<S3ObjectStore> open = new ArrayList<>();

    S3ObjectStore open(S3Settings settings) {
        return add(new S3ObjectStore(settings));
    }

    S3ObjectStore add(S3ObjectStore store) {
        open.add(store);
        return store;
    }

    @Override
    public void close() {
        open.forEach(S3ObjectStore::close);
    }
}
