package dev.penstock.client;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/// The file that is sent, open, and what it was like when its upload began.
final class SourceFile implements AutoCloseable {
    private final Path path;
    private final long size;
    private final Instant modified;
    private final FileChannel channel;

    private SourceFile(Path path, BasicFileAttributes attributes, FileChannel channel) {
        this.path = path;
        this.size = attributes.size();
        this.modified = attributes.lastModifiedTime().toInstant();
        this.channel = channel;
    }

    /// @throws UnsendableFileException when it is not there, not readable, or no regular file
    static SourceFile open(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new UnsendableFileException(path + " is not a regular file.");
            }
            return new SourceFile(
                    path, attributes, FileChannel.open(path, StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            throw new UnsendableFileException(path + " does not exist.", e);
        } catch (IOException e) {
            throw new UnsendableFileException(path + " cannot be read.", e);
        }
    }

    /// @throws UnsendableFileException when it is empty, which a storage takes no part of
    void requireBytes() {
        if (size == 0) {
            throw new UnsendableFileException(
                    path + " is empty. An empty file goes by direct upload alone.");
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    Instant modified() {
        return modified;
    }

    FileRange whole() {
        return new FileRange(channel, 0, size);
    }

    FileRange range(PartLayout.Slice slice) {
        return new FileRange(channel, slice.offset(), slice.size());
    }

    /// @throws FileChangedException when size or time of the last change are not what they were
    void requireUnchanged() {
        requireUnchanged(size, modified);
    }

    /// @throws FileChangedException when size or time of the last change are not these
    void requireUnchanged(long expectedSize, Instant expectedModified) {
        try {
            var now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.size() != expectedSize) {
                throw new FileChangedException(
                        path, "it had %d bytes and has %d".formatted(expectedSize, now.size()));
            }
            if (!now.lastModifiedTime().toInstant().equals(expectedModified)) {
                throw new FileChangedException(path, "it was written to");
            }
        } catch (IOException e) {
            throw new FileChangedException(path, "it is gone or not readable any more");
        }
    }

    FileChangedException shorter() {
        return new FileChangedException(path, "it is shorter than it was");
    }

    FileChangedException otherBytes() {
        return new FileChangedException(path, "it holds other bytes");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UnsendableFileException(path + " cannot be closed.", e);
        }
    }
}
