package dev.penstock.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.config.HttpSettings;
import dev.penstock.server.support.RawHttp;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The least rate of a client, with a window of a second instead of thirty.
class SlowClientsTest {
    private static final int LEAST = 1024;
    private HttpServer server;

    @BeforeEach
    void start() {
        var limits =
                new HttpLimits(
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(1),
                        LEAST,
                        100,
                        Duration.ofSeconds(1));
        server =
                new HttpServer(
                        new HttpSettings("127.0.0.1", 0, Optional.empty()),
                        limits,
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        () -> true,
                        List.of(routes -> {
                            routes.post("/length", SlowClientsTest::answerLength);
                            routes.post("/think", SlowClientsTest::think);
                        }));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void answerLength(Context ctx) {
        ctx.result("length " + Bodies.read(ctx, Bodies.ORDINARY).length);
    }

    private static void think(Context ctx) throws InterruptedException {
        Bodies.read(ctx, Bodies.ORDINARY);
        Thread.sleep(3500);
        ctx.result("thought");
    }

    /// Sends a piece every 100 ms.
    ///
    /// @return how many pieces went out before the connection was closed
    private static int drip(RawHttp connection, String piece, int pieces)
            throws InterruptedException {
        for (int sent = 0; sent < pieces; sent++) {
            try {
                connection.send(piece);
            } catch (UncheckedIOException e) {
                return sent;
            }
            Thread.sleep(100);
        }
        return pieces;
    }

    @Test
    void a_body_that_drips_is_cut_off() throws InterruptedException {
        try (var connection = new RawHttp(server.url())) {
            connection.send(RawHttp.head("POST", "/length", "Content-Length: 100000"));
            assertThat(drip(connection, "x", 100)).isBetween(5, 60);
        }
    }

    @Test
    void a_head_that_drips_is_cut_off() throws InterruptedException {
        try (var connection = new RawHttp(server.url())) {
            connection.send("POST /length HTTP/1.1\r\nHost: localhost\r\nX-Long: ");
            assertThat(drip(connection, "x", 100)).isBetween(5, 60);
        }
    }

    @Test
    void a_body_that_comes_at_twice_the_least_rate_is_taken() throws InterruptedException {
        try (var connection = new RawHttp(server.url())) {
            String piece = "x".repeat(2 * LEAST / 10);
            int pieces = 40;
            int length = piece.length() * pieces;
            connection.send(RawHttp.head("POST", "/length", "Content-Length: " + length));
            assertThat(drip(connection, piece, pieces)).isEqualTo(pieces);
            assertThat(connection.answer().body()).contains("length " + length);
        }
    }

    @Test
    void a_client_that_waits_for_a_slow_answer_is_not_cut_off() {
        try (var connection = new RawHttp(server.url())) {
            connection.send(RawHttp.head("POST", "/think", "Content-Length: 1") + "x");
            assertThat(connection.answer().body()).contains("thought");
        }
    }
}
