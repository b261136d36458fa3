package dev.penstock.cli.demo;

import dev.penstock.client.Credential;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The service as a process of its own, as `penstock serve` runs it. It ends when this process
/// does, however that ends.
public final class ServiceProcess implements AutoCloseable {
    /// What it gets for its heap.
    public static final int HEAP_MIB = 256;

    private static final int USUAL_PORT = 8480;
    private static final int USUAL_STORAGE_PORT = 8481;
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final String READY = "Penstock is ready at ";
    private static final int LOG_LINES = 5;

    private final DemoFolder folder;
    private final String mainClass;
    private final int port = FreePort.preferring(USUAL_PORT);
    private final int storagePort = FreePort.preferring(USUAL_STORAGE_PORT);
    private Process process;

    private ServiceProcess(DemoFolder folder, String mainClass) throws IOException {
        this.folder = folder;
        this.mainClass = mainClass;
        this.process = launch();
    }

    /// Starts it on a folder and waits until it answers.
    ///
    /// @param mainClass the program's entry
    public static ServiceProcess start(DemoFolder folder, String mainClass) {
        try {
            var service = new ServiceProcess(folder, mainClass);
            service.awaitReady();
            return service;
        } catch (IOException e) {
            throw new DemoException("Java cannot be started: " + e.getMessage(), e);
        }
    }

    /// Where it answers.
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Where its storage answers.
    public URI storageUrl() {
        return URI.create("http://127.0.0.1:" + storagePort);
    }

    public Credential administrator() {
        return new Credential(folder.key());
    }

    /// What it used so far.
    public synchronized ProcessFigures figures() {
        return ProcessFigures.of(process.pid());
    }

    /// Ends it as a crash would (SIGKILL), and starts it again on the same ports and data.
    public synchronized void crashAndRestart() {
        process.destroyForcibly();
        try {
            process.waitFor();
            process = launch();
            awaitReady();
        } catch (IOException e) {
            throw new DemoException("The service cannot be started again: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted", e);
        }
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(command());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PENSTOCK_"));
        environment.put("PENSTOCK_DATA_DIR", folder.path().toString());
        environment.put("PENSTOCK_HTTP_PORT", Integer.toString(port));
        environment.put("PENSTOCK_EMBEDDED_PORT", Integer.toString(storagePort));
        environment.put("PENSTOCK_BOOTSTRAP_API_KEY", folder.key());
        return builder.directory(folder.path().toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(HEAP_MIB),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                absoluteClassPath(),
                mainClass,
                "serve",
                "--stop-at-end-of-input");
    }

    /// The process runs in another folder.
    private static String absoluteClassPath() {
        var separator = System.getProperty("path.separator");
        return List.of(System.getProperty("java.class.path").split(separator, -1)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + separator + b)
                .orElseThrow();
    }

    private Path log() {
        return folder.path().resolve("service.log");
    }

    private void awaitReady() {
        var reader = process.inputReader(Charset.defaultCharset());
        var ready = CompletableFuture.supplyAsync(() -> isReady(reader));
        try {
            if (ready.get(START.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DemoException("The service did not start:\n" + lastLines());
    }

    private static boolean isReady(BufferedReader output) {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(READY)) {
                    return true;
                }
            }
        } catch (IOException e) {
            // it has ended: its log tells why
        }
        return false;
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log());
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    /// Stops it gracefully; by force when that takes too long.
    @Override
    public synchronized void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
