package dev.penstock.client;

import java.time.Duration;

/// When a connection to the storage counts as dead. A part may take hours; what must not happen is
/// nothing.
///
/// @param connect for the connection
/// @param stall while sending or receiving: how long no byte may move
/// @param answer after the last byte: how long the answer may take, kernel buffers included
record StorageTimeouts(Duration connect, Duration stall, Duration answer) {

    static StorageTimeouts usual(Duration connect) {
        return new StorageTimeouts(connect, Duration.ofSeconds(60), Duration.ofMinutes(10));
    }
}
