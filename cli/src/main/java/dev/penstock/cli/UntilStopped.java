package dev.penstock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/// Keeps a server up until the process is told to stop: by a signal, or by the end of its standard
/// input.
final class UntilStopped {
    private UntilStopped() {}

    /// On SIGTERM and SIGINT the server is closed and the process ends with status 0.
    static void closeOnSignal(Runnable close) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    close.run();
                                    // the JVM itself would end with 128 + the signal's number
                                    Runtime.getRuntime().halt(ExitStatus.DONE);
                                },
                                "stopping"));
    }

    /// Does not return before the process ends.
    static void awaitSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when nothing more can be read.
    static void awaitEndOf(InputStream in) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // nothing more can be read
        }
    }
}
