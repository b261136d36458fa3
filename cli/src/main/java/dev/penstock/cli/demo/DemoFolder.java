package dev.penstock.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/// Where the demo's service keeps its data: a temporary folder that goes with it, or one that
/// stays.
public final class DemoFolder implements AutoCloseable {
    private static final String KEY_FILE = "demo-key";
    private static final String KEY_PREFIX = "pak_";

    private final Path path;
    private final boolean temporary;

    private DemoFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /// @param kept the folder that stays; empty: a temporary one
    public static DemoFolder open(Optional<Path> kept) {
        try {
            return kept.isPresent()
                    ? new DemoFolder(Files.createDirectories(absolute(kept.get())), false)
                    : new DemoFolder(Files.createTempDirectory("penstock-demo-"), true);
        } catch (IOException e) {
            throw new DemoException("The folder for the data cannot be made: " + e, e);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    public boolean isTemporary() {
        return temporary;
    }

    /// The administrator's key of the service on this folder, kept beside its data.
    String key() {
        var file = path.resolve(KEY_FILE);
        try {
            // one that is empty was cut off while it was made
            if (Files.notExists(file) || Files.size(file) == 0) {
                refuseForeignData();
                Files.deleteIfExists(file);
                Files.createFile(file, ownerOnly());
                Files.writeString(file, newKey());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DemoException("The demo's key cannot be kept in " + path, e);
        }
    }

    private void refuseForeignData() {
        if (Files.exists(path.resolve("penstock.db"))) {
            throw new DemoException(
                    path + " holds the data of a service that no demo made. Name another folder.");
        }
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String newKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return KEY_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Fails where the disk has not this much room.
    public void requireSpace(long bytes) {
        try {
            if (Files.getFileStore(path).getUsableSpace() < bytes) {
                throw new DemoException(
                        "There is no room for %d MiB in %s. Name a folder elsewhere with --data, or send less with --size."
                                .formatted((bytes >> 20) + 1, path));
            }
        } catch (IOException e) {
            throw new DemoException("The free space of %s cannot be told".formatted(path), e);
        }
    }

    /// Removes it if it is temporary.
    @Override
    public void close() {
        if (!temporary || !Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new DemoException(path + " cannot be removed", e);
        }
    }
}
