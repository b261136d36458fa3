package dev.penstock.cli;

import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import java.util.Map;

/// The settings of a service on a storage that misbehaves.
final class StorageThatMisbehaves {
    private StorageThatMisbehaves() {}

    static Map<String, String> settings(MisbehavingStorage storage) {
        return Map.of(
                "PENSTOCK_STORAGE", "s3",
                "PENSTOCK_S3_ENDPOINT", storage.endpoint().toString(),
                "PENSTOCK_S3_BUCKET", storage.bucket(),
                "PENSTOCK_S3_REGION", storage.region(),
                "PENSTOCK_S3_ACCESS_KEY", storage.credentials().accessKey(),
                "PENSTOCK_S3_SECRET_KEY", storage.credentials().secretKey(),
                "PENSTOCK_S3_PATH_STYLE", "true",
                "PENSTOCK_LEASE", "PT2S",
                "PENSTOCK_CLEANUP_INTERVAL", "PT1S");
    }
}
