package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.Set;

/// Files of seeded content.
final class MadeFile {
    private static final int BLOCK = 1 << 20;

    private MadeFile() {}

    /// Each block of 1 MiB differs from the others by its number.
    static Path of(Path folder, String name, long size, long seed) {
        var path = folder.resolve(name);
        var block = new byte[BLOCK];
        new Random(seed).nextBytes(block);
        try (var file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (long at = 0; at < size; at += BLOCK) {
                var buffer = ByteBuffer.wrap(block).putLong(0, at);
                buffer.limit((int) Math.min(BLOCK, size - at));
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /// Computed over the whole file at once.
    static String checksum(Path path, ChecksumAlgorithm algorithm) {
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            var range = new FileRange(file, 0, file.size());
            return String.valueOf(new RangeHasher().hash(range, Set.of(algorithm)).get(algorithm));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Changes one byte.
    static void flip(Path path, long at) {
        try (var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            file.read(one, at);
            file.write(one.flip().duplicate().put(0, (byte) (one.get(0) + 1)), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
