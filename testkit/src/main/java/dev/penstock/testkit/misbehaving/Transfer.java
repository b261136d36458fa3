package dev.penstock.testkit.misbehaving;

import dev.penstock.testkit.misbehaving.wire.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// A body on its way from the client to the storage, in a thread of its own: the storage may answer
/// before it has all. What the storage no longer takes is still read from the client.
final class Transfer {
    private static final int BUFFER = 64 * 1024;

    private final InputStream body;
    private final Peer storage;
    private final Thread thread;
    private volatile boolean isWhole;
    private boolean isTaken = true;

    private Transfer(InputStream body, Peer storage) {
        this.body = body;
        this.storage = storage;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    static Transfer start(InputStream body, Peer storage) {
        Transfer transfer = new Transfer(body, storage);
        transfer.thread.start();
        return transfer;
    }

    /// Whether all was read from the client within this time.
    boolean isDone(Duration patience) {
        try {
            return thread.join(patience) && isWhole;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Ends when the client's connection does.
    private void run() {
        byte[] buffer = new byte[BUFFER];
        try {
            int count = body.read(buffer);
            while (count >= 0) {
                offer(buffer, count);
                count = body.read(buffer);
            }
            isWhole = true;
        } catch (IOException e) {
            storage.close(); // the client cut its body: so does what the storage gets
        }
    }

    private void offer(byte[] buffer, int count) {
        try {
            if (isTaken) {
                storage.out().write(buffer, 0, count);
            }
        } catch (IOException e) {
            isTaken = false;
        }
    }
}
