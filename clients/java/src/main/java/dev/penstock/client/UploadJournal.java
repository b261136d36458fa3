package dev.penstock.client;

import dev.penstock.contract.ContractJson;
import dev.penstock.contract.UnreadableJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The unfinished uploads of this user on this machine: a small file each, `{uploadId}.json`,
/// readable by its owner only. A file is written beside its place, forced to disk and renamed, so a
/// crash leaves the old entry or the new one, never half of one.
public final class UploadJournal {
    private static final String SUFFIX = ".json";

    private final Path folder;

    /// @param folder made when the first entry is saved
    public UploadJournal(Path folder) {
        this.folder = folder;
    }

    /// In `$XDG_STATE_HOME/penstock` or `~/.local/state/penstock` ([XDG Base
    /// Directory](https://specifications.freedesktop.org/basedir-spec/latest/)).
    ///
    /// @param environment with `XDG_STATE_HOME`, which counts when it is an absolute path
    /// @param home folder of the user
    public static UploadJournal ofUser(Map<String, String> environment, Path home) {
        var state =
                Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                        .map(Path::of)
                        .filter(Path::isAbsolute)
                        .orElse(home.resolve(".local/state"));
        return new UploadJournal(state.resolve("penstock"));
    }

    /// Writes an entry, in the place of an earlier one of the same upload. It is on disk when this
    /// returns.
    ///
    /// @throws JournalException when it cannot be written
    public void save(JournalEntry entry) {
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
            var half = folder.resolve(entry.uploadId() + "." + ProcessHandle.current().pid());
            try {
                write(half, ContractJson.write(entry));
                Files.move(
                        half,
                        place(entry.uploadId()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
            forceFolder();
        } catch (IOException e) {
            throw new JournalException("The journal in " + folder + " cannot be written.", e);
        }
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path, ownerOnly("rw-------"));
        try (var file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(true);
        }
    }

    /// Makes the rename itself durable where folders can be opened.
    private void forceFolder() {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not every file system opens a folder; the entry is then as durable as it gets
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /// Puts the entry of an upload in the place of that of another, which it replaces. A crash in
    /// between leaves both.
    ///
    /// @throws JournalException when it cannot be written
    void replace(UUID lost, JournalEntry entry) {
        save(entry);
        remove(lost);
    }

    /// Forgets an upload, if it is there.
    ///
    /// @throws JournalException when it cannot be removed
    public void remove(UUID uploadId) {
        try {
            Files.deleteIfExists(place(uploadId));
        } catch (IOException e) {
            throw new JournalException("The journal in " + folder + " cannot be changed.", e);
        }
    }

    /// The entry of an upload; empty as well when it cannot be read.
    public Optional<JournalEntry> find(UUID uploadId) {
        return read(place(uploadId));
    }

    /// The entries of a file, the newest first.
    public List<JournalEntry> find(Path file) {
        var absolute = file.toAbsolutePath().normalize().toString();
        return list().stream().filter(e -> e.file().equals(absolute)).toList();
    }

    /// All entries that can be read, the newest first.
    ///
    /// @throws JournalException when the folder cannot be listed
    public List<JournalEntry> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(SUFFIX))
                    .flatMap(f -> read(f).stream())
                    .sorted(Comparator.comparing(JournalEntry::startedAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new JournalException("The journal in " + folder + " cannot be read.", e);
        }
    }

    private static Optional<JournalEntry> read(Path file) {
        try {
            return Optional.of(ContractJson.read(Files.readAllBytes(file), JournalEntry.class))
                    .filter(entry -> entry.version() == JournalEntry.VERSION);
        } catch (IOException | UnreadableJson e) {
            return Optional.empty();
        }
    }

    private Path place(UUID uploadId) {
        return folder.resolve(uploadId + SUFFIX);
    }
}
