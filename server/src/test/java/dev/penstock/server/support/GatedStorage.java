package dev.penstock.server.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// A gate between a service and its storage, below HTTP: it passes bytes on unchanged, and can hold
/// a call before the storage hears it, or a completion before the service hears the answer, or
/// break every connection.
public final class GatedStorage implements AutoCloseable {
    /// What the gate does.
    public enum Gate {
        OPEN,
        /// A call that asks which parts are there does not reach the storage.
        HOLD_LISTING,
        /// A call that asks whether the object is there does not reach the storage.
        HOLD_HEAD,
        /// A completion does not reach the storage.
        HOLD_COMPLETION,
        /// The storage completes, but its answer does not come back.
        HOLD_ANSWER,
        /// Connections are closed as soon as they send anything.
        BROKEN
    }

    private static final Pattern COMPLETION =
            Pattern.compile("^POST \\S+[?&]uploadId=", Pattern.MULTILINE);

    private static final Pattern HEAD = Pattern.compile("^HEAD ", Pattern.MULTILINE);
    private static final Pattern LISTING =
            Pattern.compile("^GET \\S+[?&]uploadId=", Pattern.MULTILINE);

    private final ServerSocket listener;
    private final URI storage;
    private final AtomicReference<Gate> gate = new AtomicReference<>(Gate.OPEN);
    private final AtomicReference<CountDownLatch> held =
            new AtomicReference<>(new CountDownLatch(1));
    private final AtomicReference<CountDownLatch> release =
            new AtomicReference<>(new CountDownLatch(0));
    private final AtomicInteger completions = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    public GatedStorage(URI storage) {
        this.storage = storage;
        try {
            this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /// Sets the gate; what it held goes on.
    public void set(Gate next) {
        release.get().countDown();
        held.set(new CountDownLatch(1));
        boolean holds = next != Gate.OPEN && next != Gate.BROKEN;
        release.set(new CountDownLatch(holds ? 1 : 0));
        gate.set(next);
    }

    /// Holds what it holds, and nothing that comes after.
    public void letOthersPass() {
        gate.set(Gate.OPEN);
    }

    /// Loses all connections, and what was held with them, then is open.
    public void drop() {
        closeAll();
        set(Gate.OPEN);
    }

    /// How many completions have come to the gate.
    public int completions() {
        return completions.get();
    }

    /// Waits until a call stands at the gate.
    public void awaitHeld() {
        try {
            if (!held.get().await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("no call came to the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket service = listener.accept();
                var inside = new Socket(storage.getHost(), storage.getPort());
                sockets.add(service);
                sockets.add(inside);
                var connection = new Connection(service, inside);
                Thread.ofVirtual().start(connection::requests);
                Thread.ofVirtual().start(connection::answers);
            } catch (IOException e) {
                // closed, or the storage is down: the next one is told the same
            }
        }
    }

    private final class Connection {
        private final Socket service;
        private final Socket inside;
        private final AtomicReference<CountDownLatch> answerGate =
                new AtomicReference<>(new CountDownLatch(0));

        Connection(Socket service, Socket inside) {
            this.service = service;
            this.inside = inside;
        }

        void requests() {
            pump(service, inside, this::request);
        }

        void answers() {
            pump(inside, service, this::answer);
        }

        private void request(byte[] bytes, int count) throws IOException, InterruptedException {
            if (gate.get() == Gate.BROKEN) {
                throw new IOException("broken");
            }
            String text = new String(bytes, 0, Math.min(count, 4096), StandardCharsets.ISO_8859_1);
            Gate now = gate.get();
            if (COMPLETION.matcher(text).find()) {
                completions.incrementAndGet();
                if (now == Gate.HOLD_ANSWER) {
                    answerGate.set(release.get());
                }
            }
            if (stops(now, text)) {
                hold();
            }
        }

        private static boolean stops(Gate gate, String text) {
            return switch (gate) {
                case HOLD_LISTING -> LISTING.matcher(text).find();
                case HOLD_HEAD -> HEAD.matcher(text).find();
                case HOLD_COMPLETION -> COMPLETION.matcher(text).find();
                case HOLD_ANSWER, OPEN, BROKEN -> false;
            };
        }

        private void hold() throws InterruptedException {
            CountDownLatch wait = release.get();
            held.get().countDown();
            wait.await();
        }

        private void answer(byte[] bytes, int count) throws InterruptedException {
            CountDownLatch wait = answerGate.getAndSet(new CountDownLatch(0));
            if (wait.getCount() > 0) {
                held.get().countDown();
                wait.await();
            }
        }

        private void pump(Socket from, Socket to, Check check) {
            var buffer = new byte[64 * 1024];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    check.pass(buffer, n);
                    out.write(buffer, 0, n);
                    out.flush();
                }
            } catch (IOException e) {
                // one side is gone: both are closed
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                sockets.remove(from);
                sockets.remove(to);
            }
        }
    }

    private interface Check {
        void pass(byte[] bytes, int count) throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeAll();
        set(Gate.BROKEN);
    }

    private void closeAll() {
        try {
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
