package dev.penstock.testkit.misbehaving.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// One end of a connection.
public final class Peer implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    /// The other side of an open connection.
    ///
    /// @throws IOException if it is closed already
    public Peer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /// Connects to a server.
    ///
    /// @throws IOException if none listens there
    public static Peer connect(URI endpoint) throws IOException {
        Socket socket = new Socket();
        int port = endpoint.getPort() < 0 ? 80 : endpoint.getPort();
        socket.connect(new InetSocketAddress(endpoint.getHost(), port), CONNECT_MILLIS);
        return new Peer(socket);
    }

    /// What comes from it.
    public InputStream in() {
        return in;
    }

    /// What goes to it, unbuffered.
    ///
    /// @throws IOException if it is gone
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /// Ends the connection with a reset: what was not read by the other side may be lost to it, and
    /// its next call fails.
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
        close();
    }

    /// Says that nothing more will come, as a server that died in the middle of an answer.
    public void sendNoMore() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
