package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.sigv4.Credentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The storage as a process of its own.
@Tag("proof")
@Timeout(120)
class MisbehavingStorageProgramTest {
    @TempDir private Path folder = Path.of("");
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end_what_is_left() throws InterruptedException {
        for (Process process : processes) {
            process.toHandle().destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void it_says_ready_plays_what_the_file_says_and_ends_when_told() throws Exception {
        Path plan =
                Files.writeString(
                        folder.resolve("plan.json"),
                        "[{\"fault\": \"slow-down\", \"operation\": \"PutObject\"}]");
        Process process = start("--faults", plan.toString(), "--seed", "7");
        BufferedReader output = process.inputReader(UTF_8);
        Map<String, String> ready = ready(output);
        PlainClient client = client(ready);

        assertThat(ready).containsEntry("seed", "7");
        assertThat(client.put("x", new byte[9]).code()).isEqualTo("SlowDown");
        assertThat(output.readLine()).startsWith("{\"n\":1,\"fault\":\"slow-down\"").endsWith("7}");
        assertThat(client.put("x", new byte[9]).status()).isEqualTo(200);
        addRule(ready, "{\"fault\": \"reset-after\"}");
        assertThat(client.put("y", new byte[9]).ending()).isEqualTo(Heard.Ending.RESET);
        assertThat(output.readLine()).contains("\"fault\":\"reset-after\"", "\"storage\":200");

        process.toHandle().destroy(); // the process's own destroy would close what it said

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.errorReader(UTF_8).readAllAsString()).isEmpty();
    }

    @Test
    void same_seed_plays_the_same_faults_in_another_process() throws Exception {
        Path plan =
                Files.writeString(
                        folder.resolve("plan.json"),
                        "[{\"fault\": \"slow-down\", \"probability\": 0.3}]");

        String first = hits(plan, "5");

        assertThat(hits(plan, "5")).isEqualTo(first).contains("x").contains(".");
        assertThat(hits(plan, "6")).isNotEqualTo(first);
    }

    @Test
    void data_folder_outlives_the_process() throws Exception {
        String data = folder.resolve("data").toString();
        Process process = start("--data", data);
        assertThat(client(ready(process.inputReader(UTF_8))).put("kept", new byte[9]).status())
                .isEqualTo(200);
        process.toHandle().destroy();
        process.waitFor(20, TimeUnit.SECONDS);

        Process again = start("--data", data);

        assertThat(client(ready(again.inputReader(UTF_8))).head("kept").status()).isEqualTo(200);
    }

    @Test
    void large_part_passes_through_a_small_heap() throws Exception {
        Process process = start("--data", folder.resolve("data").toString());
        PlainClient client = client(ready(process.inputReader(UTF_8)));
        String id = client.create("large");
        long size = 512L << 20;
        try (Socket socket = new Socket(client.endpoint().getHost(), client.endpoint().getPort())) {
            OutputStream out = socket.getOutputStream();
            Map<String, String> query = Map.of("partNumber", "1", "uploadId", id);
            out.write(client.requestHead("PUT", "large", query, size));
            byte[] piece = new byte[1 << 20];
            for (long sent = 0; sent < size; sent += piece.length) {
                out.write(piece);
            }
            byte[] status = socket.getInputStream().readNBytes(12);
            assertThat(status).asString(UTF_8).isEqualTo("HTTP/1.1 200");
        }
        assertThat(client.list("large", id).element("Size")).isEqualTo(Long.toString(size));
    }

    @Test
    void wrong_use_is_status_2_and_names_what_is_near() throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.json"), "[{\"fault\": \"slowdown\"}]");
        Process process = start("--faults", plan.toString());

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(process.errorReader(UTF_8).readAllAsString())
                .endsWith("rule 1: there is no fault 'slowdown'; the nearest is 'slow-down'\n");
    }

    @Test
    void port_that_is_taken_is_status_1() throws Exception {
        Process first = start();
        URI endpoint = URI.create(ready(first.inputReader(UTF_8)).getOrDefault("endpoint", ""));
        Process second = start("--port", Integer.toString(endpoint.getPort()));

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(second.errorReader(UTF_8).readAllAsString())
                .isEqualTo(
                        "misbehaving-storage: cannot listen on port " + endpoint.getPort() + "\n");
    }

    private String hits(Path plan, String seed) throws Exception {
        Process process = start("--faults", plan.toString(), "--seed", seed);
        PlainClient client = client(ready(process.inputReader(UTF_8)));
        StringBuilder hits = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            hits.append(client.put("key/" + i, new byte[1]).status() == 503 ? "x" : ".");
        }
        process.toHandle().destroy();
        process.waitFor(20, TimeUnit.SECONDS);
        return hits.toString();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(
                List.of(
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MisbehavingStorageMain.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        processes.add(process);
        return process;
    }

    private static Map<String, String> ready(BufferedReader output) throws IOException {
        String line = String.valueOf(output.readLine());
        assertThat(line).startsWith("READY ");
        Map<String, String> ready = new TreeMap<>();
        for (String pair : line.substring(6).split(" ", -1)) {
            ready.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return ready;
    }

    private static PlainClient client(Map<String, String> ready) {
        return new PlainClient(
                URI.create(ready.getOrDefault("endpoint", "")),
                ready.getOrDefault("bucket", ""),
                Credentials.of(
                        ready.getOrDefault("access-key", ""), ready.getOrDefault("secret-key", "")),
                ready.getOrDefault("region", ""));
    }

    private static void addRule(Map<String, String> ready, String rule) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(ready.getOrDefault("control", "") + "/rules"))
                            .POST(BodyPublishers.ofString(rule))
                            .build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
        }
    }
}
