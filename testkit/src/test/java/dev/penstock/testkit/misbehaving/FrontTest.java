package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.sigv4.Header;
import dev.penstock.sigv4.HeaderSigner;
import dev.penstock.sigv4.PayloadHash;
import dev.penstock.sigv4.SignableRequest;
import dev.penstock.sigv4.SignedRequest;
import dev.penstock.testkit.misbehaving.wire.Head;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the front passes on untouched, and how it bears clients that come in numbers or break off.
class FrontTest {
    private static final byte[] BYTES = "0123456789".repeat(10_000).getBytes(UTF_8);

    private final MisbehavingStorage storage = MisbehavingStorage.start(Plan.calm());
    private final PlainClient client = PlainClient.of(storage);
    private final PlainClient truth = PlainClient.behind(storage);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        http.close();
        storage.close();
    }

    @Test
    void request_signed_by_header_with_its_body_passes() throws Exception {
        String path = "/" + storage.bucket() + "/signed";
        List<Header> headers = List.of(new Header("host", storage.endpoint().getRawAuthority()));
        SignedRequest signed =
                new HeaderSigner(storage.credentials(), storage.region())
                        .sign(
                                new SignableRequest("PUT", path, List.of(), headers),
                                PayloadHash.of(BYTES),
                                Instant.now());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(storage.endpoint().resolve(path))
                        .PUT(BodyPublishers.ofByteArray(BYTES));
        signed.headers().forEach(header -> request.header(header.name(), header.value()));

        assertThat(http.send(request.build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        assertThat(truth.get("signed").body()).isEqualTo(new String(BYTES, UTF_8));
    }

    @Test
    void many_clients_are_served_at_once_and_over_kept_connections() {
        List<CompletableFuture<HttpResponse<String>>> answers =
                IntStream.range(0, 40).mapToObj(i -> put("many/" + i, BYTES)).toList();

        assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
        List<CompletableFuture<HttpResponse<String>>> read =
                IntStream.range(0, 40).mapToObj(i -> get("many/" + i)).toList();
        assertThat(read).allMatch(answer -> answer.join().body().equals(new String(BYTES, UTF_8)));
    }

    @Test
    void body_waits_for_continue_and_a_fault_spares_it() throws Exception {
        storage.play(Rule.of(Fault.SLOW_DOWN).nth(2));

        assertThat(putExpecting("first")).isEqualTo(200);
        assertThat(putExpecting("second")).isEqualTo(503);
        assertThat(putExpecting("third")).isEqualTo(200);
        assertThat(truth.head("second").status()).isEqualTo(404);
        assertThat(truth.get("third").body()).isEqualTo(new String(BYTES, UTF_8));
    }

    @Test
    void refusal_without_continue_reaches_its_client() throws Exception {
        assertThat(expecting("PUT", "refused", Map.of("partNumber", "1", "uploadId", "none")))
                .isEqualTo(404);
    }

    @Test
    void body_that_its_client_cuts_is_cut_for_the_storage_too() throws Exception {
        String id = truth.create("cut");

        cutPart("cut", id);

        Thread.sleep(200);
        assertThat(truth.list("cut", id).elements("PartNumber")).isEmpty();
    }

    @Test
    void body_that_its_client_cuts_is_filled_up_where_that_is_the_fault() throws Exception {
        String id = truth.create("cut");
        storage.play(Rule.of(Fault.PART_KEPT_THOUGH_CUT));

        cutPart("cut", id);

        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (truth.list("cut", id).elements("Size").isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
        assertThat(truth.list("cut", id).element("Size")).isEqualTo("100000");
    }

    @Test
    void bytes_of_the_head_go_on_as_they_came() throws IOException {
        String raw = "GET /b/k HTTP/1.1\r\nhOsT:  a:1 \r\nX-Odd:\u00e9;\t1\r\n\r\n";

        Head head = Head.read(new ByteArrayInputStream(raw.getBytes(ISO_8859_1))).orElseThrow();

        assertThat(new String(head.bytes(), ISO_8859_1)).isEqualTo(raw);
        assertThat(head.toString()).doesNotContain("/b/k").doesNotContain("a:1");
    }

    @Test
    void storage_that_is_there_already_can_stand_behind() {
        try (MisbehavingStorage other =
                MisbehavingStorage.before(
                        storage.behind(), Plan.of(Rule.of(Fault.CLOCK_SKEW)), 0, _ -> {})) {
            PlainClient through = PlainClient.of(other);

            assertThat(through.put("x", BYTES).code()).isEqualTo("RequestTimeTooSkewed");
            assertThat(through.put("x", BYTES).status()).isEqualTo(200);
        }
        assertThat(truth.head("x").status()).isEqualTo(200);
    }

    @Test
    void close_waits_for_no_fault() {
        MisbehavingStorage other = MisbehavingStorage.start(Plan.calm());
        PlainClient slow = PlainClient.of(other);
        other.play(Rule.of(Fault.SLOW_FIRST_BYTE).millis(60_000));
        CompletableFuture<Heard> heard = CompletableFuture.supplyAsync(() -> slow.put("x", BYTES));
        while (other.played().isEmpty()) {
            Thread.onSpinWait();
        }

        long start = System.nanoTime();
        other.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(heard.join().status()).isZero();
    }

    private CompletableFuture<HttpResponse<String>> put(String key, byte[] bytes) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(client.url("PUT", key, Map.of())))
                        .PUT(BodyPublishers.ofByteArray(bytes))
                        .build(),
                BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> get(String key) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(client.url("GET", key, Map.of()))).build(),
                BodyHandlers.ofString());
    }

    private int putExpecting(String key) throws IOException {
        return expecting("PUT", key, Map.of());
    }

    /// Sends the body only when told to.
    private int expecting(String method, String key, Map<String, String> query) throws IOException {
        String head =
                new String(client.requestHead(method, key, query, BYTES.length), ISO_8859_1)
                        .replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
        try (Socket socket =
                new Socket(storage.endpoint().getHost(), storage.endpoint().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            InputStream in = socket.getInputStream();
            int status = Head.read(in).orElseThrow().status();
            if (status == 100) {
                socket.getOutputStream().write(BYTES);
                status = Head.read(in).orElseThrow().status();
            }
            return status;
        }
    }

    private void cutPart(String key, String id) throws IOException {
        try (Socket socket =
                new Socket(storage.endpoint().getHost(), storage.endpoint().getPort())) {
            Map<String, String> query = Map.of("partNumber", "1", "uploadId", id);
            socket.getOutputStream().write(client.requestHead("PUT", key, query, BYTES.length));
            socket.getOutputStream().write(Arrays.copyOf(BYTES, 30_000));
        }
    }
}
