package dev.penstock.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports of this machine's loopback address.
final class FreePort {
    private static final int ANY = 0;

    private FreePort() {}

    /// The usual one, or another if that is taken.
    static int preferring(int usual) {
        try {
            return bind(usual);
        } catch (IOException e) {
            return any();
        }
    }

    private static int any() {
        try {
            return bind(ANY);
        } catch (IOException e) {
            throw new DemoException("No port of the loopback address is free.", e);
        }
    }

    private static int bind(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        }
    }
}
