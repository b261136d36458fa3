package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testkit.Prerequisite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The Python library, in a virtual environment of the test's own.
///
/// @param python of the environment
/// @param scripts where the test's scripts are
/// @param folder where the library may write
record KodexaEnvironment(Path python, Path scripts, Path folder) {
    private static final Duration MAKE = Duration.ofMinutes(2);
    private static final Duration INSTALL = Duration.ofMinutes(8);
    private static final Duration SCRIPT = Duration.ofMinutes(2);

    /// Skips the test, with one visible line, where there is no Python or the library cannot be
    /// installed.
    static KodexaEnvironment requireFor(Class<?> test, Path folder) {
        KodexaEnvironment made =
                new KodexaEnvironment(
                        folder.resolve("venv").resolve("bin").resolve("python"),
                        Path.of("src", "test", "resources", "kodexa").toAbsolutePath(),
                        folder);
        made.install().ifPresent(why -> Prerequisite.missing(test, why));
        return made;
    }

    /// Runs a script of the resources to its end.
    void run(String script, Object... arguments) {
        runFile(scripts.resolve(script), arguments);
    }

    void runFile(Path script, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(python.toString(), "-B", script.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Outcome outcome = run(SCRIPT, command);
        assertThat(outcome.isGood()).as(outcome.output()).isTrue();
    }

    private Optional<String> install() {
        Outcome made =
                run(MAKE, List.of("python3", "-m", "venv", folder.resolve("venv").toString()));
        if (!made.isGood()) {
            return Optional.of("Python 3.11 to 3.13 with venv is needed: " + made.lastLine());
        }
        Outcome installed =
                run(
                        INSTALL,
                        List.of(
                                python.toString(),
                                "-m",
                                "pip",
                                "install",
                                "--quiet",
                                "--disable-pip-version-check",
                                "--requirement",
                                scripts.resolve("requirements.txt").toString()));
        return installed.isGood()
                ? Optional.empty()
                : Optional.of("the Python library could not be installed: " + installed.lastLine());
    }

    private Outcome run(Duration limit, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().put("TMPDIR", folder.toString());
            builder.environment().put("PYTHONUTF8", "1");
            Process process = builder.start();
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Outcome(
                    ended && process.exitValue() == 0,
                    Files.readString(output) + (ended ? "" : "\nended after " + limit));
        } catch (IOException e) {
            return new Outcome(false, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Outcome(boolean isGood, String output) {

        String lastLine() {
            return output.strip().lines().reduce("", (first, last) -> last);
        }
    }
}
