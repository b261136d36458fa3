package dev.penstock.cli;

import dev.penstock.cli.demo.DemoIntake;
import dev.penstock.client.DirectUse;
import dev.penstock.client.DocumentFields;
import dev.penstock.client.FileToSend;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.ProgressListener;
import dev.penstock.client.SentFile;
import dev.penstock.client.UploadEvent;
import dev.penstock.client.UploadJournal;
import dev.penstock.client.UploadSettings;
import dev.penstock.client.Uploader;
import java.nio.file.Path;
import java.time.Duration;

/// Sends a file as `penstock upload` does, straight to the storage however small, and takes the
/// time.
final class DemoSending implements ProgressListener {
    private final ProgressListener next;
    private final long start = System.nanoTime();
    private volatile long completing = start;

    private DemoSending(ProgressListener next) {
        this.next = next;
    }

    /// @param whole from the first call to the document
    /// @param completion the part of it after the last byte was stored
    record Timed(SentFile file, Duration whole, Duration completion) {}

    /// @param path of the document
    static Timed send(
            PenstockClient client,
            DemoIntake intake,
            UploadJournal journal,
            Path file,
            String path,
            ProgressListener listener) {
        var sending = new DemoSending(listener);
        var settings = UploadSettings.usual().withDirect(DirectUse.NEVER);
        var uploader = new Uploader(client, intake.address(), settings, journal, sending);
        var sent =
                uploader.send(
                        new FileToSend(
                                file, path, SourcePaths.contentType(file), DocumentFields.none()));
        long end = System.nanoTime();
        return new Timed(
                sent,
                Duration.ofNanos(end - sending.start),
                Duration.ofNanos(end - sending.completing));
    }

    @Override
    public void on(UploadEvent event) {
        next.on(event);
        if (event instanceof UploadEvent.Completing) {
            completing = System.nanoTime();
        }
    }
}
