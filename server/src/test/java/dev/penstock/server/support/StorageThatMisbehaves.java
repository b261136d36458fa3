package dev.penstock.server.support;

import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import java.util.HashMap;
import java.util.Map;

/// The settings of a service on a storage that misbehaves.
public final class StorageThatMisbehaves {
    private StorageThatMisbehaves() {}

    /// @param more names and values of other settings
    public static Map<String, String> settings(MisbehavingStorage storage, String... more) {
        var settings = new HashMap<String, String>();
        settings.put("PENSTOCK_STORAGE", "s3");
        settings.put("PENSTOCK_S3_ENDPOINT", storage.endpoint().toString());
        settings.put("PENSTOCK_S3_BUCKET", storage.bucket());
        settings.put("PENSTOCK_S3_REGION", storage.region());
        settings.put("PENSTOCK_S3_ACCESS_KEY", storage.credentials().accessKey());
        settings.put("PENSTOCK_S3_SECRET_KEY", storage.credentials().secretKey());
        settings.put("PENSTOCK_S3_PATH_STYLE", "true");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }
}
