package dev.penstock.embedded.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// The storage's id as kept beside the blobs; the catalog keeps the same one.
final class StorageIdFile {
    private static final String NAME = "storage-id";

    static Optional<UUID> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(Files.readString(file).strip()));
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException(
                    file + " holds no storage id; restore it from a backup");
        }
    }

    static void write(Path folder, UUID id) throws IOException {
        Path fresh = folder.resolve(NAME + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.US_ASCII));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        Disk.syncFolder(folder);
    }

    private StorageIdFile() {}
}
