package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.config.HttpSettings;
import dev.penstock.server.http.HttpLimits;
import dev.penstock.server.http.HttpServer;
import dev.penstock.server.support.RawHttp;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Health, and how the service stops: what runs finishes, nothing new begins, and it ends in time.
class StopTest {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch finish = new CountDownLatch(1);
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = server(Duration.ofSeconds(5));

    private HttpServer server(Duration grace) {
        var made =
                new HttpServer(
                        new HttpSettings("127.0.0.1", 0, Optional.empty()),
                        new HttpLimits(
                                Duration.ofSeconds(30), Duration.ofSeconds(30), 1024, 100, grace),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        ready::get,
                        List.of(routes ->
                                routes.get(
                                        "/work",
                                        ctx -> {
                                            running.countDown();
                                            finish.await();
                                            ctx.result("done");
                                        })));
        made.start();
        return made;
    }

    @AfterEach
    void stop() {
        finish.countDown();
        server.close();
        client.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(server.url().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    @Test
    void live_says_that_it_answers_and_ready_that_it_works() throws Exception {
        assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        ready.set(false);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> down = get("/health/ready");
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).isEqualTo("{\"status\":\"down\"}");
    }

    @Test
    void each_answer_has_a_request_id_of_its_own() throws Exception {
        String first = get("/health/live").headers().firstValue("x-request-id").orElseThrow();
        String second = get("/nothing").headers().firstValue("x-request-id").orElseThrow();
        assertThat(first).hasSize(36).isNotEqualTo(second);
    }

    @Test
    void a_running_request_finishes_and_nothing_new_begins() throws Exception {
        URI url = server.url();
        CompletableFuture<HttpResponse<String>> work =
                client.sendAsync(request("/work"), BodyHandlers.ofString());
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        var stopping = CompletableFuture.runAsync(server::close);
        awaitRefusal(url);
        assertThat(work).isNotDone();
        finish.countDown();
        assertThat(work.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        stopping.get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_request_on_an_open_connection_is_answered_and_the_connection_closed() throws Exception {
        URI url = server.url();
        try (var open = new RawHttp(url)) {
            var _ = client.sendAsync(request("/work"), BodyHandlers.ofString());
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
            var stopping = CompletableFuture.runAsync(server::close);
            awaitClosedDoor(url);
            open.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            RawHttp.RawAnswer answer = open.answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.head()).contains("Connection: close");
            assertThat(server.url()).isEqualTo(url);
            finish.countDown();
            stopping.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_running_request_may_be_silent_for_longer_than_a_connection_may_at_the_stop()
            throws Exception {
        URI url = server.url();
        CompletableFuture<HttpResponse<String>> work =
                client.sendAsync(request("/work"), BodyHandlers.ofString());
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        var stopping = CompletableFuture.runAsync(server::close);
        awaitClosedDoor(url);
        Thread.sleep(Duration.ofSeconds(2));
        assertThat(work).isNotDone();
        finish.countDown();
        assertThat(work.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        stopping.get(10, TimeUnit.SECONDS);
    }

    /// Waits until no connection is taken any more.
    private static void awaitClosedDoor(URI url) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            try {
                new RawHttp(url).close();
                Thread.sleep(10);
            } catch (UncheckedIOException e) {
                return;
            }
        }
        throw new AssertionError("it still takes connections");
    }

    /// Waits until no connection is taken any more, or one that is gets no answer but a refusal.
    private static void awaitRefusal(URI url) throws InterruptedException {
        for (int i = 0; i < 60; i++) {
            if (isRefused(url)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("it still takes new requests");
    }

    /// A connection that came in just as the door closed may get no answer at all: that is no
    /// refusal yet, and the next one is.
    private static boolean isRefused(URI url) {
        try (var connection = new RawHttp(url, Duration.ofMillis(500))) {
            connection.send(RawHttp.head("GET", "/health/live"));
            var answer = connection.answer();
            return answer.head().isEmpty() || answer.status() == 503;
        } catch (UncheckedIOException e) {
            return !(e.getCause() instanceof SocketTimeoutException);
        }
    }

    @Test
    void a_request_that_does_not_finish_is_not_waited_for_longer_than_the_grace_time()
            throws Exception {
        var _ = client.sendAsync(request("/work"), BodyHandlers.ofString());
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        long began = System.nanoTime();
        CompletableFuture.runAsync(server::close).get(20, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }
}
