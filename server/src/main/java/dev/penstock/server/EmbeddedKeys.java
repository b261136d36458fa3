package dev.penstock.server;

import dev.penstock.server.config.Secret;
import dev.penstock.server.config.StorageKeys;
import dev.penstock.server.service.Ids;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/// The keys of the embedded storage: made at the first start and kept in the data folder, in a file
/// that only its owner may read.
final class EmbeddedKeys {
    private static final String FILE = "embedded-keys.properties";

    private EmbeddedKeys() {}

    /// Where they are kept.
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    static StorageKeys in(Path folder, Ids ids) {
        Path file = file(folder);
        try {
            if (!Files.exists(file)) {
                write(file, ids);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the storage's keys cannot be kept in " + folder, e);
        }
    }

    private static StorageKeys read(Path file) throws IOException {
        var kept = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        String accessKey = kept.getProperty("access-key");
        String secretKey = kept.getProperty("secret-key");
        if (accessKey == null || secretKey == null) {
            throw new IllegalStateException("%s lacks access-key or secret-key".formatted(file));
        }
        return new StorageKeys(accessKey, new Secret(secretKey));
    }

    /// Whole or not at all: a crash leaves no half a file.
    private static void write(Path file, Ids ids) throws IOException {
        var made = new Properties();
        made.setProperty(
                "access-key", ids.secret("PS").replaceAll("[^A-Za-z0-9]", "").substring(0, 20));
        made.setProperty("secret-key", ids.secret(""));
        Path unfinished = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished);
        if (Files.getFileStore(unfinished).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        }
        try (Writer out = Files.newBufferedWriter(unfinished)) {
            made.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
