package dev.penstock.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Runs command lines of `penstock` side by side in a process of its own, so that one kill cuts
/// many of them: reads them from standard input, a tag and the words separated by tabs, and tells
/// the end of each in a line of tag, exit status, standard output and standard error.
final class SendingMain {
    static final String READY = "ready";
    static final String TAB = "\t";

    private SendingMain() {}

    /// @param home the user's folder
    public static void main(String[] home) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(READY);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.split(TAB, -1);
            Thread.ofPlatform().start(() -> run(Path.of(home[0]), words));
        }
        System.exit(0);
    }

    private static void run(Path home, String[] words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var surroundings =
                new Surroundings(
                        System.getenv(),
                        home,
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        /* terminal= */ false);
        int status = Main.run(surroundings, Arrays.copyOfRange(words, 1, words.length));
        tell(String.join(TAB, words[0], Integer.toString(status), flat(out), flat(err)));
    }

    private static String flat(ByteArrayOutputStream text) {
        return text.toString(StandardCharsets.UTF_8).strip().replace("\n", " | ").replace(TAB, " ");
    }

    private static synchronized void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
