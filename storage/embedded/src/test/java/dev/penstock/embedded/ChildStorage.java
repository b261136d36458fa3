package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A storage in a child process.
final class ChildStorage implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private final String firstLine;

    private ChildStorage(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    static ChildStorage start(Path directory, String... jvmArguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of(jvmArguments));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        StorageMain.class.getName(),
                        directory.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith(READY) && !line.contains("Exception")) {
            line = output.readLine();
        }
        return new ChildStorage(process, String.valueOf(line));
    }

    /// What it said when it was ready, or why it is not.
    String firstLine() {
        return firstLine;
    }

    URI endpoint() {
        if (!firstLine.startsWith(READY)) {
            throw new IllegalStateException(firstLine);
        }
        return URI.create(firstLine.substring(READY.length()));
    }

    long pid() {
        return process.pid();
    }

    /// Ends it as `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
