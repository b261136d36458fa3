package dev.penstock.client;

/// Hears what happens to an upload. Called from several threads, often, and must not block.
@FunctionalInterface
public interface ProgressListener {
    void on(UploadEvent event);

    /// One that does nothing.
    static ProgressListener silent() {
        return event -> {};
    }
}
