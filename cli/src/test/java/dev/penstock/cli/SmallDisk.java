package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/// A file system of its own, in memory, small enough to fill.
record SmallDisk(Path folder) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final int BLOCK = 1 << 20;

    /// Skips the test where none can be mounted.
    static SmallDisk mounted(Class<?> test, Path folder, int mebibytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var size = "size=%dm".formatted(mebibytes);
        if (!succeeds("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString())) {
            Programs.missing(
                    test.getSimpleName(),
                    "a small file system cannot be mounted; run the build as root or inside `unshare -Urm`");
        }
        return new SmallDisk(folder);
    }

    private static boolean succeeds(String... command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Takes all the room there is, to the last byte.
    void fill() {
        try (var ballast =
                FileChannel.open(ballast(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int block = BLOCK; block > 0; block /= 2) {
                writeAll(ballast, block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAll(FileChannel ballast, int block) {
        try {
            while (ballast.write(ByteBuffer.allocate(block)) == block) {}
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    /// Gives the room back.
    void empty() {
        try {
            Files.delete(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /// Also while a process that is about to end still uses it.
    @Override
    public void close() {
        assertThat(succeeds("umount", "-l", folder.toString())).as("umount " + folder).isTrue();
    }
}
