package dev.penstock.testkit.misbehaving;

import dev.penstock.testkit.misbehaving.wire.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/// The open port: each connection is served by a thread of its own.
final class Front implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSocket server;
    private final Stage stage;
    private final ExecutorService threads;
    private final Set<Peer> clients = ConcurrentHashMap.newKeySet();

    private Front(ServerSocket server, Stage stage, ExecutorService threads) {
        this.server = server;
        this.stage = stage;
        this.threads = threads;
    }

    /// Listens on loopback.
    ///
    /// @param port 0 for any that is free
    static Front open(int port, Stage stage, ExecutorService threads) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            Front front = new Front(server, stage, threads);
            threads.execute(front::accept);
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException | RejectedExecutionException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (Peer client = new Peer(socket)) {
            clients.add(client);
            stage.serve(client);
            clients.remove(client);
        } catch (IOException e) {
            // gone before it was served
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clients.forEach(Peer::close);
    }
}
