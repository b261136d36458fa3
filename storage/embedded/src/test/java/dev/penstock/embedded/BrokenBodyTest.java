package dev.penstock.embedded;

import static dev.penstock.embedded.TestStorage.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.embedded.http.Wire;
import dev.penstock.embedded.operation.Limits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies that break off or hardly move, and heads that cannot be read.
@Timeout(30)
class BrokenBodyTest {
    private static final Wire IMPATIENT =
            new Wire(
                    Duration.ofMillis(800),
                    1024,
                    Duration.ofMillis(800),
                    100,
                    1 << 20,
                    Duration.ofMillis(300));

    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() {
        storage = TestStorage.start(new Tuning(Limits.S3, IMPATIENT, Duration.ofHours(24)));
        http = SignedHttp.of(storage.endpoint());
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, 999_999})
    void a_body_that_breaks_off_leaves_nothing_visible(int sent) throws IOException {
        URI url = Presigned.put(storage.endpoint(), BUCKET, "broken");
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", url, "Content-Length: 1000000").send(new byte[sent]).sendNoMore();
            assertThat(raw.answer().outcome()).isIn("400 IncompleteBody", "0");
        }
        requireNothing("broken");
    }

    @Test
    void a_part_that_breaks_off_is_not_listed_and_the_one_before_stays() throws IOException {
        HandUpload upload = HandUpload.begin(http, "parts");
        upload.part(1, Samples.bytes(1, 1000));
        Map<String, String> query = Map.of("partNumber", "1", "uploadId", upload.id());
        URI url = Presigned.url("PUT", storage.endpoint(), BUCKET, "parts", query, Map.of());
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", url, "Content-Length: 1000000").send(new byte[500_000]);
        }
        TestStorage.await(() -> storage.blobs() == 1);
        assertThat(http.send(upload.listAsk()).elements("Size")).containsExactly("1000");
        assertThat(upload.complete().status()).isEqualTo(200);
        http.send(Ask.of("DELETE", "parts"));
        TestStorage.await(() -> storage.blobs() == 0);
    }

    @Test
    void a_body_slower_than_the_floor_is_cut_off() throws IOException, InterruptedException {
        URI url = Presigned.put(storage.endpoint(), BUCKET, "slow");
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", url, "Content-Length: 100000");
            Answer answer = trickle(raw, 100);
            assertThat(answer.outcome()).isEqualTo("400 RequestTimeout");
            assertThat(raw.isEnded()).isTrue();
        }
        requireNothing("slow");
    }

    private static Answer trickle(RawHttp raw, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times && !raw.hasAnswer(); i++) {
            raw.send("x");
            Thread.sleep(50);
        }
        return raw.answer();
    }

    @Test
    void a_body_that_stops_coming_is_cut_off() throws IOException {
        URI url = Presigned.put(storage.endpoint(), BUCKET, "silent");
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("PUT", url, "Content-Length: 100000").send("a little");
            assertThat(raw.answer().outcome()).isEqualTo("400 RequestTimeout");
            assertThat(raw.isEnded()).isTrue();
        }
        requireNothing("silent");
    }

    @Test
    void a_head_that_stops_coming_is_cut_off() throws IOException {
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.send("PUT /bucket/key HTTP/1.1\r\nHost: x\r\n");
            raw.answer();
            assertThat(raw.isEnded()).isTrue();
        }
    }

    @Test
    void an_oversized_head_is_refused_in_the_form_of_s3() throws IOException {
        String large = "x".repeat(40_000);
        Answer header = http.exchange(Ask.get("k").header("x-large", large), List.of());
        assertThat(header.outcome()).isEqualTo("400 RequestHeaderSectionTooLarge");
        Answer uri = http.exchange(Ask.get("k").query("x", large), List.of());
        assertThat(uri.outcome()).isEqualTo("400 RequestHeaderSectionTooLarge");
    }

    @Test
    void what_is_no_http_is_refused_in_the_form_of_s3() throws IOException {
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            assertThat(
                            raw.send("GET /bucket/k HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n")
                                    .answer()
                                    .outcome())
                    .isEqualTo("400 BadRequest");
        }
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.send("PUT /bucket/k HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n");
            assertThat(raw.answer().outcome()).isEqualTo("400 BadRequest");
        }
    }

    @Test
    void a_client_that_reads_nothing_is_cut_off() throws Exception {
        http.send(Ask.put("large", new byte[32 << 20]));
        URI url = Presigned.get(storage.endpoint(), BUCKET, "large");
        try (RawHttp raw = new RawHttp(storage.endpoint())) {
            raw.head("GET", url);
            TestStorage.await("the answer", raw::hasAnswer);
            http.send(Ask.of("DELETE", "large"));
            assertThat(storage.blobs()).isEqualTo(1);
            TestStorage.await(() -> storage.blobs() == 0);
        }
    }

    private static void requireNothing(String key) throws IOException {
        assertThat(http.send(Ask.get(key)).outcome()).isEqualTo("404 NoSuchKey");
        TestStorage.await(() -> storage.blobs() == 0);
    }
}
