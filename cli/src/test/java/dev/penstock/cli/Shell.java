package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.contract.ContractJson;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Types command lines, as a person with a home folder and variables would; they run in this
/// process.
final class Shell {
    private final Path home;
    private final Map<String, String> variables = new HashMap<>();

    Shell(Path home) {
        this.home = home;
    }

    Shell set(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Shell unset(String name) {
        variables.remove(name);
        return this;
    }

    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    Ended run(String... words) {
        return run(InputStream.nullInputStream(), words);
    }

    /// @param in standard input
    Ended run(InputStream in, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(surroundings(in, printing(out), printing(err)), words);
        return new Ended(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// What a command line would meet here, but for its output.
    Surroundings surroundings() {
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return surroundings(InputStream.nullInputStream(), nowhere, nowhere);
    }

    private Surroundings surroundings(InputStream in, PrintStream out, PrintStream err) {
        return new Surroundings(Map.copyOf(variables), home, in, out, err, /* terminal= */ false);
    }

    /// The same, which must succeed.
    ///
    /// @return standard output
    String done(String... words) {
        var ended = run(words);
        assertThat(ended.status()).as(ended.toString()).isZero();
        return ended.out();
    }

    private static PrintStream printing(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /// What a command line left.
    record Ended(int status, String out, String err) {

        /// The only line of standard output, as JSON.
        Map<String, @Nullable Object> json() {
            var objects = jsonLines();
            assertThat(objects).as(toString()).hasSize(1);
            return objects.getFirst();
        }

        List<Map<String, @Nullable Object>> jsonLines() {
            return out.lines().map(ContractJson::readObject).toList();
        }
    }
}
