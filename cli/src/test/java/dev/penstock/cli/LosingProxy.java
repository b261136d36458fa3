package dev.penstock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A proxy below HTTP that loses answers: the service has done what it was asked, and its client
/// meets a closed connection.
final class LosingProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 << 10;

    private final ServerSocket listener;
    private final URI service;
    private final String route;
    private final AtomicInteger toLose;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /// @param route that a request must name for its answer to be lost
    /// @param answers how many are lost
    LosingProxy(String service, String route, int answers) {
        this.service = URI.create(service);
        this.route = route;
        this.toLose = new AtomicInteger(answers);
        try {
            this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /// How many answers are still to be lost.
    int left() {
        return Math.max(0, toLose.get());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                var server = new Socket(service.getHost(), service.getPort());
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
            } catch (IOException e) {
                // closed, or the service is away: the next one is told the same
            }
        }
    }

    private void pass(Socket client, Socket server) {
        try (client;
                server) {
            var asked = new Asked();
            var answers = Thread.ofVirtual().start(() -> answer(client, server, asked));
            var buffer = new byte[BUFFER_BYTES];
            for (int n = client.getInputStream().read(buffer);
                    n > 0;
                    n = client.getInputStream().read(buffer)) {
                asked.last = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                server.getOutputStream().write(buffer, 0, n);
            }
            answers.interrupt();
        } catch (IOException e) {
            // one side has gone, and so does the other
        }
    }

    private void answer(Socket client, Socket server, Asked asked) {
        try (client;
                server) {
            var buffer = new byte[BUFFER_BYTES];
            for (int n = server.getInputStream().read(buffer);
                    n > 0;
                    n = server.getInputStream().read(buffer)) {
                if (asked.last.contains(route) && toLose.getAndDecrement() > 0) {
                    return;
                }
                client.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one side has gone, and so does the other
        }
    }

    /// What a connection was asked last.
    private static final class Asked {
        private volatile String last = "";
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
