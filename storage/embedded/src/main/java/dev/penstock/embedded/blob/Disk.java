package dev.penstock.embedded.blob;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Makes folder entries durable: a file that was synced can still lose its name in a power cut
/// until its folder is synced too.
final class Disk {
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Disk() {}
}
