package dev.penstock.cli.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/// A file of bytes that no storage can make smaller.
public final class MadeFile {
    private static final long SEED = 20_260_101;
    private static final int CHUNK = 1 << 20;

    private MadeFile() {}

    /// Makes it, unless it is there from an earlier demo.
    ///
    /// @param size in bytes, at least 1
    public static Path in(DemoFolder folder, long size) {
        var file = folder.path().resolve("made-%d-bytes.bin".formatted(size));
        try {
            if (!Files.exists(file) || Files.size(file) != size) {
                folder.requireSpace(2 * size);
                write(file, size);
            }
            return file;
        } catch (IOException e) {
            throw new DemoException("The file to send cannot be made: " + e, e);
        }
    }

    private static void write(Path file, long size) throws IOException {
        var random = new SplittableRandom(SEED);
        var chunk = new byte[CHUNK];
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long left = size; left > 0; left -= CHUNK) {
                random.nextBytes(chunk);
                var bytes = ByteBuffer.wrap(chunk, 0, (int) Math.min(CHUNK, left));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        }
    }
}
