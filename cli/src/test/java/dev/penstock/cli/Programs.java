package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Programs of this machine that a test needs.
final class Programs {
    private Programs() {}

    /// Skips the test with one visible line where one is missing, but fails it on a machine that
    /// was set up to have them all (`PENSTOCK_CI=1`).
    static void require(String test, String... names) {
        List<String> missing = Arrays.stream(names).filter(name -> !isOnPath(name)).toList();
        if (!missing.isEmpty()) {
            missing(test, "not on the PATH: " + String.join(", ", missing));
        }
    }

    /// The same where something else is not to be had.
    static void missing(String test, String lack) {
        var line = "%s SKIPPED: %s".formatted(test, lack);
        System.out.println(line);
        assertThat(System.getenv("PENSTOCK_CI")).as(line).isNotEqualTo("1");
        Assumptions.abort(line);
    }

    private static boolean isOnPath(String name) {
        return find(name).isPresent();
    }

    /// The first of these programs that there is.
    static Optional<Path> find(String... names) {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
