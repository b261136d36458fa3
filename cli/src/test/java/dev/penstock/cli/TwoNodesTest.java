package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of deploy/two-nodes runs, with this build in place of `./penstock`.
@Tag("proof")
class TwoNodesTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String RUN = Repository.root().resolve("deploy/two-nodes/run").toString();

    @TempDir Path folder;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        Programs.require("TwoNodesTest", "bash", "nginx");
        if (!Files.isDirectory(Path.of("/usr/lib/postgresql"))) {
            Programs.require("TwoNodesTest", "pg_config");
        }
        variables.put("PROGRAM", program().toString());
        for (var name :
                List.of(
                        "PROXY_PORT",
                        "NODE_1_PORT",
                        "NODE_2_PORT",
                        "STORAGE_PORT",
                        "DATABASE_PORT")) {
            variables.put(name, Integer.toString(ServiceChild.freePort()));
        }
    }

    private Path program() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var script =
                """
                #!/bin/sh
                exec '%s' -Xmx128m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
                  -cp '%s' %s "$@"
                """
                        .formatted(
                                java, System.getProperty("java.class.path"), Main.class.getName());
        var file = Files.writeString(folder.resolve("penstock"), script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void assertNothingIsLeft() {
        for (var name : variables.keySet()) {
            if (name.endsWith("_PORT")) {
                assertThatThrownBy(() -> connect(Integer.parseInt(variables.get(name))))
                        .as(name)
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    @Test
    void files_arrive_while_the_nodes_are_restarted_and_everything_is_stopped_at_the_end() {
        try (var run = Child.start(folder, variables, List.of(RUN, "--check"))) {
            assertThat(run.await(LIMIT)).as(run.toString()).isZero();
            assertThat(run.out()).startsWith("READY http://127.0.0.1:");
            assertThat(run.err())
                    .contains("2 files sent, 2 documents, both nodes restarted in between")
                    .doesNotContain("does not stop");
        }
        assertNothingIsLeft();
    }

    @Test
    void ctrl_c_stops_everything() {
        try (var run = Child.start(folder, variables, List.of(RUN))) {
            run.awaitOut("READY");
            assertThat(run.interrupt().await()).as(run.toString()).isEqualTo(130);
            assertThat(run.err()).doesNotContain("does not stop");
        }
        assertNothingIsLeft();
    }
}
