package dev.penstock.s3;

import dev.penstock.testkit.Prerequisite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Installs versitygw by the ordinary Go client, once, into the user's cache folder.
final class VersitygwProgram {
    private static final String VERSION = "v1.8.0";
    private static final int INSTALL_LIMIT_MINUTES = 10;

    /// Skips the test, with one visible line, where there is no Go or the installation fails.
    ///
    /// @param test whose it is
    static Path requireFor(Class<?> test) {
        Path folder = cache().resolve("penstock").resolve("versitygw-" + VERSION);
        Path program = folder.resolve("versitygw");
        if (Files.isExecutable(program)) {
            return program;
        }
        install(folder).ifPresent(why -> Prerequisite.missing(test, why));
        return program;
    }

    private static Optional<String> install(Path folder) {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("install.log");
            ProcessBuilder command =
                    new ProcessBuilder(
                                    "go",
                                    "install",
                                    "github.com/versity/versitygw/cmd/versitygw@" + VERSION)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            command.environment().putAll(Map.of("GOBIN", folder.toString(), "CGO_ENABLED", "0"));
            return outcome(command.start(), log);
        } catch (IOException e) {
            return Optional.of("Go is needed to install versitygw (" + e.getMessage() + ")");
        }
    }

    private static Optional<String> outcome(Process process, Path log) {
        try {
            if (!process.waitFor(INSTALL_LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return Optional.of(
                        "go install took more than " + INSTALL_LIMIT_MINUTES + " minutes");
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("go install failed, see " + log);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg == null || xdg.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(xdg);
    }

    private VersitygwProgram() {}
}
