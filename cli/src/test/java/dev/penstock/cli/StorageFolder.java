package dev.penstock.cli;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// What the embedded storage really keeps, seen from outside.
record StorageFolder(Path folder) {

    /// The keys of all objects but containers.
    Set<String> originals() {
        return rows(
                "SELECT CAST(key AS TEXT) FROM objects WHERE CAST(key AS TEXT) NOT LIKE 'containers/%'");
    }

    /// The keys of documents' containers.
    Set<String> containers() {
        return rows(
                "SELECT CAST(key AS TEXT) FROM objects WHERE CAST(key AS TEXT) LIKE 'containers/%'");
    }

    /// The keys of unfinished multipart uploads.
    Set<String> unfinished() {
        return rows("SELECT CAST(key AS TEXT) FROM uploads");
    }

    /// What is to be deleted from the disk and still is there.
    Set<String> undone() {
        return rows(
                "SELECT 'content ' || content FROM deleted_contents UNION ALL SELECT hex(blob) FROM deleted_blobs");
    }

    /// The blobs that rows name.
    Set<String> owned() {
        return rows("SELECT lower(hex(blob)) FROM segments");
    }

    /// The blobs that are there, beside those in quarantine.
    Set<String> blobs() {
        var names = new TreeSet<String>();
        for (int i = 0; i < 256; i++) {
            var fan = folder.resolve("blobs").resolve("%02x".formatted(i)).toFile();
            names.addAll(Arrays.asList(Objects.requireNonNull(fan.list())));
        }
        return names;
    }

    /// How many bodies that a crash cut wait in quarantine for their end.
    int quarantined() {
        return Objects.requireNonNull(folder.resolve("quarantine").toFile().list()).length;
    }

    private Set<String> rows(String sql) {
        var found = new TreeSet<String>();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("catalog.sqlite"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "objects %s and %s, unfinished %s, to be deleted %s, %d blobs, %d owned"
                .formatted(
                        originals(),
                        containers(),
                        unfinished(),
                        undone(),
                        blobs().size(),
                        owned().size())
                .toLowerCase(Locale.ROOT);
    }
}
