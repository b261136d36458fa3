package dev.penstock.s3;

import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.StorageCapabilities;
import java.util.EnumSet;
import java.util.Optional;

/// With all that it does keep, as a probe would find it.
class VersitygwChecksumsObjectStoreIT extends VersitygwContract {
    VersitygwChecksumsObjectStoreIT() {
        super(
                new StorageCapabilities(
                        EnumSet.allOf(ChecksumAlgorithm.class), Optional.empty(), true, true));
    }
}
