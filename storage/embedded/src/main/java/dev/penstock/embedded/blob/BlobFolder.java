package dev.penstock.embedded.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Immutable files in 256 folders, `blobs/3f/3f…`, named by chance: no key and no caller's word
/// ever becomes a path.
///
/// A blob is written once, made durable, and from then on only read and deleted. Which blobs are
/// somebody's is the catalog's to say.
public final class BlobFolder {
    private static final int FAN_OUT = 256;

    private final Path folder;
    private final RandomGenerator random;
    private final Set<BlobId> incoming = ConcurrentHashMap.newKeySet();

    private BlobFolder(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    /// Opens the blobs below a storage folder, making what is missing.
    public static BlobFolder open(Path directory, RandomGenerator random) {
        Path folder = directory.resolve("blobs");
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < FAN_OUT; i++) {
                Files.createDirectories(folder.resolve("%02x".formatted(i)));
            }
            Disk.syncFolder(folder);
            Disk.syncFolder(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the blob folder " + folder, e);
        }
        return new BlobFolder(folder, random);
    }

    /// The id of the storage that these blobs belong to; empty while it was never given one.
    public Optional<UUID> storageId() {
        try {
            return StorageIdFile.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the storage id in " + folder, e);
        }
    }

    /// Marks the folder as that of a storage. Durable when this returns.
    public void assign(UUID storageId) {
        try {
            StorageIdFile.write(folder, storageId);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the storage id in " + folder, e);
        }
    }

    /// Whether there is no file of anybody's here.
    public boolean isEmpty() {
        return fanOut().allMatch(BlobFolder::isEmptyFolder);
    }

    /// Begins a blob that nobody can see until its name is in the catalog.
    public IncomingBlob create() throws IOException {
        BlobId id = BlobId.random(random);
        incoming.add(id);
        try {
            FileChannel channel =
                    FileChannel.open(
                            path(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new IncomingBlob(this, id, channel);
        } catch (IOException | RuntimeException e) {
            incoming.remove(id);
            throw e;
        }
    }

    /// Opens a blob for reading. What is open stays readable after [#delete].
    public FileChannel read(BlobId id) throws IOException {
        return FileChannel.open(path(id), StandardOpenOption.READ);
    }

    /// Removes a blob; one that is gone already is fine.
    public void delete(BlobId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /// Whether this process is writing it, or has written it and its row is still on the way.
    boolean isIncoming(BlobId id) {
        return incoming.contains(id);
    }

    void settled(BlobId id) {
        incoming.remove(id);
    }

    Path path(BlobId id) {
        return folder.resolve(id.folder()).resolve(id.toString());
    }

    Stream<Path> fanOut() {
        return IntStream.range(0, FAN_OUT).mapToObj(i -> folder.resolve("%02x".formatted(i)));
    }

    private static boolean isEmptyFolder(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
