package dev.penstock.embedded;

import static dev.penstock.embedded.TestStorage.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Deletion waits for whom reads, whatever ends the object.
@Timeout(60)
class OpenReaderTest {
    private static final byte[] LARGE = Samples.bytes(1, 24 << 20);

    @ParameterizedTest
    @ValueSource(strings = {"delete", "put", "complete"})
    void a_reader_comes_to_the_end_of_what_it_began(String how) throws Exception {
        try (TestStorage storage = TestStorage.start(TestStorage.TINY_PARTS)) {
            SignedHttp http = SignedHttp.of(storage.endpoint());
            HandUpload upload = HandUpload.begin(http, "key");
            upload.part(1, Arrays.copyOf(LARGE, 15 << 20));
            upload.part(2, java.util.Arrays.copyOfRange(LARGE, 15 << 20, LARGE.length));
            upload.complete();
            URI url = Presigned.get(storage.endpoint(), BUCKET, "key");
            try (RawHttp raw = new RawHttp(storage.endpoint())) {
                raw.head("GET", url);
                TestStorage.await(raw::hasAnswer);
                end(http, how);
                int others = how.equals("delete") ? 0 : 1;
                Thread.sleep(200);
                assertThat(storage.blobs()).isEqualTo(2 + others);
                assertThat(raw.answer().body()).isEqualTo(LARGE);
                TestStorage.await(() -> storage.blobs() == others);
            }
        }
    }

    private static void end(SignedHttp http, String how) throws IOException {
        switch (how) {
            case "delete" -> http.send(Ask.of("DELETE", "key"));
            case "put" -> http.send(Ask.put("key", new byte[5]));
            default -> {
                HandUpload other = HandUpload.begin(http, "key");
                other.part(1, new byte[5]);
                other.complete();
            }
        }
        Answer now = http.send(Ask.get("key"));
        assertThat(now.status() == 200 ? now.body().length : now.status()).isIn(5, 404);
    }

    @Test
    void what_a_reader_kept_goes_at_the_next_start_when_the_process_ended_first(
            @TempDir Path folder) throws Exception {
        try (ChildStorage child = ChildStorage.start(folder)) {
            SignedHttp http = SignedHttp.of(child.endpoint());
            http.send(Ask.put("key", LARGE));
            try (RawHttp raw = new RawHttp(child.endpoint())) {
                raw.head("GET", Presigned.get(child.endpoint(), BUCKET, "key"));
                TestStorage.await(raw::hasAnswer);
                assertThat(http.send(Ask.of("DELETE", "key")).status()).isEqualTo(204);
                child.kill();
            }
        }
        assertThat(TestStorage.blobs(folder)).hasSize(1);
        try (EmbeddedStorage storage =
                EmbeddedStorage.start(TestStorage.settings(folder, Clock.systemUTC()))) {
            assertThat(SignedHttp.of(storage.endpoint()).send(Ask.get("key")).status())
                    .isEqualTo(404);
            TestStorage.await(() -> TestStorage.blobs(folder).isEmpty());
            assertThat(folder.resolve("quarantine")).isEmptyDirectory();
        }
    }
}
