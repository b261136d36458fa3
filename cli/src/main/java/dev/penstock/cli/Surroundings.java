package dev.penstock.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a command meets outside itself.
///
/// @param environment variables by name
/// @param home folder of the user
/// @param terminal whether `err` is one, so that a bar can be drawn
record Surroundings(
        Map<String, String> environment,
        Path home,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal) {

    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home", "")),
                System.in,
                System.out,
                System.err,
                isTerminal());
    }

    /// The launcher knows; without it the JVM only tells about standard input and output.
    private static boolean isTerminal() {
        var told = System.getProperty("penstock.stderr.terminal");
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /// A variable that is set and not empty.
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
