package dev.penstock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/// Files of seeded bytes.
final class TestFiles {
    private static final int BLOCK = 1 << 20;
    static final long SEED = 20_260_301;

    private TestFiles() {}

    /// Each MiB differs from the others by its place.
    static Path make(Path file, long size) {
        var block = new byte[BLOCK];
        new Random(SEED).nextBytes(block);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (long at = 0; at < size; at += BLOCK) {
                    var bytes = ByteBuffer.wrap(block).putLong(0, at);
                    bytes.limit((int) Math.min(BLOCK, size - at));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
