package dev.penstock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A file whose bytes follow from its number.
///
/// @param path of its document
record KnownFile(String path, long seed, int size) {
    private static final int MIB = 1 << 20;

    /// Two thirds have two or three parts of 5 MiB, the others one.
    static KnownFile of(long seed, int number) {
        long own = seed * 1_000_003 + number;
        var random = new Random(own);
        int size =
                random.nextInt(3) == 0
                        ? 1 + random.nextInt(2 * MIB)
                        : 5 * MIB + 1 + random.nextInt(8 * MIB);
        return new KnownFile("kills/%05d.bin".formatted(number), own, size);
    }

    boolean hasParts() {
        return size > 5 * MIB;
    }

    byte[] bytes() {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    Path write(Path folder) {
        try {
            return Files.write(folder.resolve(path.replace('/', '-')), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
