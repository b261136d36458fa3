package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.ChildServer;
import dev.penstock.server.support.RoundRobin;
import dev.penstock.server.support.SharedData;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three nodes are stopped and started one after the other while uploads go on: whoever asks
/// another node when a connection is refused or cut sees no failure.
@Tag("proof")
class RollingRestartTest {
    private static final int NODES = 3;
    private static final int SENDERS = 4;
    private static final Duration BETWEEN = Duration.ofSeconds(4);
    private static final byte[] FILE = Bytes.of(10_000, 47);

    @TempDir Path folder;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger uploads = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final List<ChildServer> nodes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private SharedData shared;
    private RoundRobin balancer;

    @BeforeEach
    void start() throws IOException {
        shared = SharedData.in(folder, RollingRestartTest.class);
        for (int i = 0; i < NODES; i++) {
            Files.createDirectory(folder.resolve("node-" + i));
            ports.add(freePort());
            nodes.add(node(i));
        }
        balancer = new RoundRobin(nodes.stream().map(ChildServer::url).toList());
    }

    @AfterEach
    void stop() {
        nodes.forEach(ChildServer::close);
        if (shared != null) {
            shared.close();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ChildServer node(int i) {
        var settings = shared.settings();
        settings.put("PENSTOCK_HTTP_PORT", Integer.toString(ports.get(i)));
        return ChildServer.start(folder.resolve("node-" + i), settings);
    }

    @Test
    void no_call_fails_while_the_nodes_are_restarted_in_turn() throws Exception {
        try (var service = TestService.of(balancer);
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            TestIntake intake = service.intake();
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                String name = "sender-" + sender;
                running.add(senders.submit(() -> send(intake, name)));
            }
            restartInTurn(running);
            going.set(false);
            for (Future<?> sender : running) {
                sender.get(60, TimeUnit.SECONDS);
            }
        }
        System.out.printf(
                "RollingRestartTest: %d restarts, %d uploads of 3 calls, %d connections refused, %d"
                        + " cut, %d completions answered to the repetition, 0 calls failed%n",
                NODES, uploads.get(), balancer.refused(), balancer.cut(), repeated.get());
        assertThat(uploads).hasValueGreaterThan(50);
        assertThat(repeated).hasValueLessThanOrEqualTo(balancer.cut());
        assertThat(shared.query("SELECT count(*) FROM document_family"))
                .containsExactly(uploads.toString());
    }

    /// Ends early when a sender failed.
    private void restartInTurn(List<Future<?>> running) throws Exception {
        for (int i = 0; i < NODES && running.stream().noneMatch(Future::isDone); i++) {
            Thread.sleep(BETWEEN);
            long began = System.nanoTime();
            nodes.get(i).terminate();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            System.out.printf("RollingRestartTest: a node stopped in %d ms%n", took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            nodes.set(i, node(i));
        }
        Thread.sleep(BETWEEN);
    }

    private void send(TestIntake intake, String sender) {
        for (int n = 0; going.get(); n++) {
            TestUpload upload = intake.begin("%s/%d.bin".formatted(sender, n), FILE.length);
            Answer put =
                    upload.send(
                            "[{'partNumber':1,'size':%d}]"
                                    .formatted(FILE.length)
                                    .replace('\'', '"'),
                            FILE);
            assertThat(put.status()).as(put.text()).isEqualTo(200);
            Answer family = upload.complete("{}");
            assertThat(family.status()).as(family.text()).isIn(200, 201);
            if (family.status() == 200) {
                repeated.incrementAndGet();
            }
            uploads.incrementAndGet();
        }
    }
}
