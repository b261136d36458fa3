package dev.penstock.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;

/// A storage in a process of its own, for tests that end it. Says `ready <endpoint>` on its
/// standard output and stops when its standard input ends.
final class StorageMain {
    public static void main(String[] arguments) throws IOException {
        EmbeddedStorageSettings settings =
                TestStorage.settings(Path.of(arguments[0]), Clock.systemUTC());
        try (EmbeddedStorage storage = EmbeddedStorage.start(settings, TestStorage.TINY_PARTS)) {
            System.out.println("ready " + storage.endpoint());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private StorageMain() {}
}
