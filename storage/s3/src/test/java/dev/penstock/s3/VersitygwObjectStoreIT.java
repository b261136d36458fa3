package dev.penstock.s3;

import dev.penstock.core.object.StorageCapabilities;

/// As the service meets it before it has probed it.
class VersitygwObjectStoreIT extends VersitygwContract {
    VersitygwObjectStoreIT() {
        super(StorageCapabilities.UNPROBED);
    }
}
