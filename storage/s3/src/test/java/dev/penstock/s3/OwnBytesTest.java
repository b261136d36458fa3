package dev.penstock.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the service itself sends and reads, as the storage sees it, and what odd answers mean.
@Timeout(60)
class OwnBytesTest {
    private static final ByteBuffer HELLO = ByteBuffer.wrap("hello".getBytes(US_ASCII));
    private static final String MD5_OF_HELLO = "XUFAKrxLKna5cZ2REBfFkg==";

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=UTF-8", "text/plain;charset=utf-8", "Image/PNG"})
    void an_object_is_sent_as_it_is_with_its_type_and_md5(String contentType) {
        try (var storage = ScriptedStorage.answering(stored());
                var store = storage.open()) {
            StoredObject object = store.put(Sample.KEY, HELLO, contentType);

            ReceivedCall call = storage.calls().getFirst();
            assertThat(call.line()).isEqualTo("PUT /bucket/some/key.bin HTTP/1.1");
            assertThat(call.body()).isEqualTo("hello");
            assertThat(call.header("content-type")).contains(contentType);
            assertThat(call.header("content-length")).contains("5");
            assertThat(call.header("content-md5")).contains(MD5_OF_HELLO);
            assertThat(call.headers())
                    .doesNotContainKeys("transfer-encoding", "content-encoding", "expect")
                    .doesNotContainKeys("x-amz-trailer", "x-amz-sdk-checksum-algorithm");
            assertThat(object.size().value()).isEqualTo(5);
            assertThat(object.etag().value()).isEqualTo("e-1");
            assertThat(object.checksum()).isEmpty();
        }
    }

    @Test
    void a_part_is_sent_with_its_md5() {
        try (var storage = ScriptedStorage.answering(stored());
                var store = storage.open()) {
            StoredPart part = store.sendPart(Sample.KEY, Sample.UPLOAD, PartNumber.of(7), HELLO);

            ReceivedCall call = storage.calls().getFirst();
            assertThat(call.line()).contains("partNumber=7").contains("uploadId=upload-1");
            assertThat(call.body()).isEqualTo("hello");
            assertThat(call.header("content-md5")).contains(MD5_OF_HELLO);
            assertThat(part.number()).isEqualTo(PartNumber.of(7));
            assertThat(part.etag().value()).isEqualTo("e-1");
        }
    }

    @Test
    void bytes_are_sent_again_from_their_beginning_when_the_storage_is_busy() {
        try (var storage =
                        ScriptedStorage.answering(
                                Reply.error(503, "SlowDown"), Reply.hangUp(), stored());
                var store = storage.open()) {
            store.put(Sample.KEY, HELLO, "text/plain");
            assertThat(storage.calls()).extracting(ReceivedCall::body).containsOnly("hello");
            assertThat(storage.calls()).hasSize(3);
        }
    }

    @Test
    void other_bytes_that_arrived_are_told_apart_from_other_refusals() {
        try (var storage =
                        ScriptedStorage.answering(
                                Reply.error(400, "BadDigest"), Reply.error(403, "AccessDenied"));
                var store = storage.open()) {
            assertThatThrownBy(() -> store.put(Sample.KEY, HELLO, "text/plain"))
                    .isInstanceOf(ObjectStoreException.ChecksumRefused.class);
            assertThatThrownBy(() -> store.put(Sample.KEY, HELLO, "text/plain"))
                    .isInstanceOf(ObjectStoreException.Refused.class);
        }
    }

    @Test
    void an_answer_without_an_etag_is_none() {
        try (var storage = ScriptedStorage.answering(Reply.of(200, ""));
                var store = storage.open()) {
            assertThatThrownBy(() -> store.put(Sample.KEY, HELLO, "text/plain"))
                    .isInstanceOf(ObjectStoreException.Unavailable.class);
        }
    }

    @Test
    void a_run_is_asked_for_by_its_first_and_last_byte() {
        try (var storage = ScriptedStorage.answering(run("bytes 2-4/9", "llo"));
                var store = storage.open()) {
            assertThat(text(store.read(Sample.KEY, 2, 3))).contains("llo");
            assertThat(storage.calls().getFirst().header("range")).contains("bytes=2-4");
        }
    }

    @Test
    void a_storage_that_passes_ranges_over_is_read_no_further_than_asked() {
        try (var storage = ScriptedStorage.answering(Reply.of(200, "hello and much more"));
                var store = storage.open()) {
            assertThat(text(store.read(Sample.KEY, 0, 5))).contains("hello");
        }
    }

    @ParameterizedTest
    @CsvSource({"2, ''", "2, bytes 0-4/9", "2, bytes 20-24/30", "0, bytes 5-9/30"})
    void other_bytes_than_asked_for_are_refused(long from, String range) {
        Reply reply = range.isEmpty() ? Reply.of(200, "hello") : run(range, "hello");
        try (var storage = ScriptedStorage.answering(reply);
                var store = storage.open()) {
            assertThatThrownBy(() -> store.read(Sample.KEY, from, 5))
                    .isInstanceOf(ObjectStoreException.Refused.class)
                    .hasMessageContaining("other bytes");
        }
    }

    @Test
    void a_read_that_broke_off_is_repeated() {
        Reply whole = run("bytes 0-4/5", "hello");
        try (var storage = ScriptedStorage.answering(whole.cutBy(2), whole);
                var store = storage.open()) {
            assertThat(text(store.read(Sample.KEY, 0, 5))).contains("hello");
            assertThat(storage.calls()).hasSize(2);
        }
    }

    @Test
    void a_read_that_always_breaks_off_is_unavailable() {
        try (var storage = ScriptedStorage.answering(run("bytes 0-4/5", "hello").cutBy(2));
                var store = storage.open()) {
            assertThatThrownBy(() -> store.read(Sample.KEY, 0, 5))
                    .isInstanceOf(ObjectStoreException.Unavailable.class);
        }
    }

    @Test
    void there_is_no_object_to_read_only_when_the_storage_says_so() {
        try (var storage =
                        ScriptedStorage.answering(
                                Reply.error(404, "NoSuchKey"),
                                Reply.error(404, "NoSuchBucket"),
                                Reply.error(416, "InvalidRange"));
                var store = storage.open()) {
            assertThat(store.read(Sample.KEY, 0, 5)).isEmpty();
            assertThatThrownBy(() -> store.read(Sample.KEY, 0, 5))
                    .isInstanceOf(ObjectStoreException.Refused.class);
            assertThat(text(store.read(Sample.KEY, 0, 5))).contains("");
        }
    }

    private static Optional<String> text(Optional<ByteBuffer> bytes) {
        return bytes.map(found -> US_ASCII.decode(found).toString());
    }

    private static Reply stored() {
        return Reply.of(200, "").with("ETag", "\"e-1\"");
    }

    private static Reply run(String contentRange, String body) {
        return Reply.of(206, body).with("Content-Range", contentRange);
    }
}
