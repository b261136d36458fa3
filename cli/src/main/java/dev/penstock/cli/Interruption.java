package dev.penstock.cli;

import dev.penstock.client.ProgressListener;
import dev.penstock.client.UploadEvent;
import java.io.PrintStream;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Prints the line that resumes an upload when Ctrl-C ends the program in the middle of it. The JVM
/// then exits with 130 by itself.
final class Interruption implements ProgressListener, AutoCloseable {
    private final AtomicReference<@Nullable UUID> open = new AtomicReference<>();
    private final Thread hook;

    Interruption(PrintStream err) {
        hook = new Thread(() -> tell(err), "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void tell(PrintStream err) {
        var uploadId = open.get();
        if (uploadId != null) {
            err.println();
            err.println("Interrupted. To go on: penstock resume " + uploadId);
            err.flush();
        }
    }

    @Override
    public void on(UploadEvent event) {
        if (event instanceof UploadEvent.Opened opened && opened.size().isPresent()) {
            open.set(opened.uploadId());
        }
    }

    @Override
    public void close() {
        open.set(null);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending already, and the hook has nothing to tell any more
        }
    }
}
