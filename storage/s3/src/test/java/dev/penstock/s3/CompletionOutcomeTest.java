package dev.penstock.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ObjectStoreException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a completion under a storage's bad habits: no outcome is guessed, and none is
/// asked for twice.
@Timeout(60)
class CompletionOutcomeTest {
    private static final TimeLimits SHORT =
            new TimeLimits(
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300),
                    Duration.ofMillis(600),
                    Duration.ofMillis(1500));

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchUpload, NoSuchMultipart",
        "400, InvalidPart, PartsRefused",
        "400, InvalidPartOrder, PartsRefused",
        "400, EntityTooSmall, PartsRefused",
        "400, BadDigest, ChecksumRefused",
        "400, XAmzContentChecksumMismatch, ChecksumRefused",
        "403, AccessDenied, Refused",
        "403, InvalidAccessKeyId, Refused",
        "403, SignatureDoesNotMatch, Refused",
        "404, NoSuchBucket, Refused",
        "400, InvalidRequest, Refused",
        "412, PreconditionFailed, Refused",
        "301, PermanentRedirect, Refused",
        "400, RequestTimeout, Unavailable",
        "409, OperationAborted, Unavailable",
        "429, TooManyRequests, Unavailable",
        "500, InternalError, Unavailable",
        "503, SlowDown, Unavailable",
        "503, ServiceUnavailable, Unavailable",
        "504, GatewayTimeout, Unavailable"
    })
    void an_error_is_told_by_its_code_and_asked_for_once(
            int status, String code, String exception) {
        assertOutcome(Reply.error(status, code), exception);
    }

    @ParameterizedTest
    @CsvSource({
        "InternalError, Unavailable",
        "SlowDown, Unavailable",
        "SomethingNew, Unavailable",
        "BadDigest, ChecksumRefused",
        "InvalidPart, PartsRefused",
        "NoSuchUpload, NoSuchMultipart"
    })
    void an_error_that_comes_with_200_is_an_error(String code, String exception) {
        assertOutcome(Reply.error(200, code), exception);
        assertOutcome(Reply.of(200, Reply.errorBody(code, "late").indent(0)), exception);
    }

    @Test
    void blanks_before_an_error_that_comes_with_200_do_not_hide_it() {
        String blanks = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + " ".repeat(300);
        String error = "\n<Error><Code>InternalError</Code><Message>late</Message></Error>";

        assertOutcome(Reply.of(200, blanks + error), "Unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<html><body>It works!</body></html>", "{}"})
    void an_answer_that_does_not_say_done_is_no_outcome(String body) {
        assertOutcome(Reply.of(200, body), "Unavailable");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void a_proxy_that_answers_in_its_own_words_is_no_outcome(int status) {
        assertOutcome(Reply.of(status, "<html>Bad Gateway</html>"), "Unavailable");
    }

    @Test
    void an_answer_that_breaks_off_is_no_outcome() {
        assertOutcome(Reply.completed().cutBy(20), "Unavailable");
        assertOutcome(Reply.completed().cutBy(150), "Unavailable");
    }

    @Test
    void a_connection_that_closes_without_an_answer_is_no_outcome() {
        assertOutcome(Reply.hangUp(), "Unavailable");
    }

    @Test
    void silence_is_no_outcome() {
        try (var storage =
                        ScriptedStorage.answering(Reply.completed().after(Duration.ofMinutes(1)));
                var store = storage.open(SHORT)) {
            assertThatThrownBy(() -> Sample.complete(store))
                    .isInstanceOf(ObjectStoreException.Unavailable.class);
            assertThat(storage.calls()).hasSize(1);
        }
    }

    @Test
    void a_storage_that_copies_for_long_is_waited_for() {
        try (var storage =
                        ScriptedStorage.answering(Reply.completed().after(Duration.ofMillis(900)));
                var store = storage.open(SHORT)) {
            assertThatCode(() -> Sample.complete(store)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_storage_that_is_not_there_is_unavailable() {
        var storage = ScriptedStorage.answering(Reply.completed());
        storage.close();
        try (var store = storage.open()) {
            assertThatThrownBy(() -> Sample.complete(store))
                    .isInstanceOf(ObjectStoreException.Unavailable.class)
                    .hasMessageContaining("CompleteMultipartUpload");
        }
    }

    @Test
    void an_interrupted_completion_has_no_outcome_and_keeps_the_interrupt() {
        try (var storage =
                        ScriptedStorage.answering(Reply.completed().after(Duration.ofSeconds(3)));
                var store = storage.open()) {
            Thread caller = Thread.currentThread();
            Thread.ofVirtual()
                    .start(() -> {
                        awaitCall(storage);
                        caller.interrupt();
                    });
            assertThatThrownBy(() -> Sample.complete(store))
                    .isInstanceOf(ObjectStoreException.Unavailable.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /// The storage says keep-alive, but closes: a client that wrote into the dead connection could
    /// not know the outcome.
    @Test
    void a_connection_that_died_while_idle_costs_no_outcome() throws InterruptedException {
        try (var storage =
                        ScriptedStorage.answering(
                                Reply.completed().thenClosed(), Reply.completed());
                var store = storage.open()) {
            Sample.complete(store);
            Thread.sleep(200);
            assertThatCode(() -> Sample.complete(store)).doesNotThrowAnyException();
            assertThat(storage.calls()).hasSize(2);
        }
    }

    @Test
    void the_parts_and_the_whole_are_named() {
        Checksum whole = new Checksum(ChecksumAlgorithm.CRC64NVME, "rosUhgp5mIg=");
        try (var storage = ScriptedStorage.answering(Reply.completed());
                var store = storage.open()) {
            store.complete(Sample.KEY, Sample.UPLOAD, Sample.parts(2), Optional.of(whole));

            ReceivedCall call = storage.calls().getFirst();
            assertThat(call.line()).startsWith("POST /bucket/some/key.bin?uploadId=upload-1 ");
            assertThat(call.header("x-amz-checksum-crc64nvme")).contains(whole.base64());
            assertThat(call.header("x-amz-checksum-type")).contains("FULL_OBJECT");
            assertThat(call.body())
                    .containsSubsequence("<PartNumber>1</PartNumber>", "<PartNumber>2</PartNumber>")
                    .contains("etag-of-1", "etag-of-2");
        }
    }

    private static void awaitCall(ScriptedStorage storage) {
        try {
            while (storage.calls().isEmpty()) {
                Thread.sleep(10);
            }
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertOutcome(Reply reply, String exception) {
        try (var storage = ScriptedStorage.answering(reply);
                var store = storage.open()) {
            assertThatThrownBy(() ->
                            store.complete(
                                    Sample.KEY, Sample.UPLOAD, Sample.parts(2), Optional.empty()))
                    .isInstanceOf(ObjectStoreException.class)
                    .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(exception));
            assertThat(storage.calls()).hasSize(1);
        }
    }
}
