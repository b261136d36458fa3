package dev.penstock.testkit.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The installed programs of a PostgreSQL server, which distributions keep off the PATH.
///
/// @param folder holds `postgres` and `initdb`
public record PostgresqlPrograms(Path folder) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /// The newest of Debian's, or those that `pg_config` names.
    ///
    /// @return empty when there are none
    public static Optional<PostgresqlPrograms> find() {
        return debian().or(PostgresqlPrograms::configured);
    }

    String path(String program) {
        return folder.resolve(program).toString();
    }

    private static Optional<PostgresqlPrograms> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> new PostgresqlPrograms(version.resolve("bin")))
                    .filter(PostgresqlPrograms::areThere)
                    .max(Comparator.comparing(PostgresqlPrograms::folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<PostgresqlPrograms> configured() {
        try {
            Process config = new ProcessBuilder("pg_config", "--bindir").start();
            byte[] answer = config.getInputStream().readAllBytes();
            String folder = new String(answer, StandardCharsets.UTF_8).strip();
            return Optional.of(new PostgresqlPrograms(Path.of(folder)))
                    .filter(PostgresqlPrograms::areThere);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean areThere() {
        return Stream.of("postgres", "initdb").map(folder::resolve).allMatch(Files::isExecutable);
    }
}
