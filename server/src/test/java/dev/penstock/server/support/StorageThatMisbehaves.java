package dev.penstock.server.support;

import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import java.util.Map;

/// The settings of a service on a storage that misbehaves.
public final class StorageThatMisbehaves {
    private StorageThatMisbehaves() {}

    /// @param more names and values of other settings
    public static Map<String, String> settings(MisbehavingStorage storage, String... more) {
        Map<String, String> settings =
                OwnStorage.settings(
                        storage.endpoint(),
                        storage.bucket(),
                        storage.credentials().accessKey(),
                        storage.credentials().secretKey(),
                        more);
        settings.put("PENSTOCK_S3_REGION", storage.region());
        return settings;
    }

    /// The same for a service that cleans up within seconds.
    public static Map<String, String> impatient(MisbehavingStorage storage) {
        return settings(
                storage,
                "PENSTOCK_LEASE",
                "PT2S",
                "PENSTOCK_URL_TTL",
                "PT2S",
                "PENSTOCK_CLEANUP_INTERVAL",
                "PT1S");
    }
}
