package dev.penstock.server.support;

import java.nio.file.Path;
import java.util.Map;

/// A storage of its own, reached through a gate, and the settings of a service that uses it as any
/// S3.
public final class StorageBehindGate implements AutoCloseable {
    private final OwnStorage storage;
    private final GatedStorage gate;

    private StorageBehindGate(OwnStorage storage) {
        this.storage = storage;
        this.gate = new GatedStorage(storage.endpoint());
    }

    public static StorageBehindGate in(Path folder) {
        return new StorageBehindGate(OwnStorage.in(folder));
    }

    public GatedStorage gate() {
        return gate;
    }

    /// @param more names and values of other settings
    public Map<String, String> settings(String... more) {
        Map<String, String> settings = storage.settings(gate.url(), more);
        settings.put("PENSTOCK_S3_PUBLIC_ENDPOINT", storage.endpoint().toString());
        return settings;
    }

    @Override
    public void close() {
        gate.close();
        storage.close();
    }
}
