package dev.penstock.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.StoredObject;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Opening, looking, giving up and removing: what is repeated, what is not, and what a missing
/// thing means.
@Timeout(60)
class ControlCallsTest {
    private static final String OPENED =
            "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>";

    @ParameterizedTest
    @CsvSource({"503, SlowDown", "429, TooManyRequests", "500, InternalError"})
    void a_call_that_changes_nothing_is_repeated_when_the_storage_is_busy(int status, String code) {
        Reply busy = Reply.error(status, code);
        try (var storage = ScriptedStorage.answering(busy, busy, Reply.of(204, ""));
                var store = storage.open()) {
            store.delete(Sample.KEY);
            assertThat(storage.calls()).hasSize(3);
        }
    }

    @Test
    void a_storage_that_stays_busy_is_unavailable() {
        try (var storage = ScriptedStorage.answering(Reply.error(503, "SlowDown"));
                var store = storage.open()) {
            assertThatThrownBy(() -> store.listAllParts(Sample.KEY, Sample.UPLOAD))
                    .isInstanceOf(ObjectStoreException.Unavailable.class)
                    .hasMessageContaining("ListParts")
                    .hasMessageContaining("SlowDown");
            assertThat(storage.calls()).hasSize(3);
        }
    }

    /// A second one would be a stray that no row knows.
    @Test
    void an_upload_is_opened_once_whatever_comes_of_it() {
        try (var storage = ScriptedStorage.answering(Reply.error(503, "SlowDown"));
                var store = storage.open()) {
            assertThatThrownBy(
                            () -> store.createMultipart(Sample.KEY, "text/plain", Optional.empty()))
                    .isInstanceOf(ObjectStoreException.Unavailable.class);
            assertThat(storage.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CRC64NVME, CRC64NVME, FULL_OBJECT",
        "CRC32C, CRC32C, FULL_OBJECT",
        "SHA256, SHA256, COMPOSITE"
    })
    void an_upload_is_opened_for_the_checksums_that_its_parts_will_carry(
            ChecksumAlgorithm algorithm, String name, String type) {
        ReceivedCall call = opened(Optional.of(algorithm));

        assertThat(call.header("x-amz-checksum-algorithm")).contains(name);
        assertThat(call.header("x-amz-checksum-type")).contains(type);
    }

    @Test
    void an_upload_is_opened_without_a_word_of_checksums_where_none_or_md5_is_in_force() {
        Stream.of(opened(Optional.empty()), opened(Optional.of(ChecksumAlgorithm.MD5)))
                .forEach(call -> {
                    assertThat(call.headers().keySet())
                            .noneMatch(name -> name.startsWith("x-amz-checksum"));
                    assertThat(call.header("content-type")).contains("text/plain");
                });
    }

    private static ReceivedCall opened(Optional<ChecksumAlgorithm> algorithm) {
        try (var storage = ScriptedStorage.answering(Reply.of(200, OPENED));
                var store = storage.open()) {
            assertThat(store.createMultipart(Sample.KEY, "text/plain", algorithm).value())
                    .isEqualTo("u1");
            return storage.calls().getFirst();
        }
    }

    @Test
    void giving_up_what_is_gone_is_fine() {
        try (var storage = ScriptedStorage.answering(Reply.error(404, "NoSuchUpload"));
                var store = storage.open()) {
            assertThatCode(() -> store.abort(Sample.KEY, Sample.UPLOAD)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_bucket_that_is_gone_is_no_removed_object() {
        try (var storage = ScriptedStorage.answering(Reply.error(404, "NoSuchBucket"));
                var store = storage.open()) {
            assertThatThrownBy(() -> store.delete(Sample.KEY))
                    .isInstanceOf(ObjectStoreException.Refused.class);
            assertThatThrownBy(() -> store.abort(Sample.KEY, Sample.UPLOAD))
                    .isInstanceOf(ObjectStoreException.Refused.class);
        }
    }

    @Test
    void there_is_no_object_only_when_the_storage_says_so() {
        assertThat(headed(Reply.of(404, ""))).isEmpty();
        assertThatThrownBy(() -> headed(Reply.of(403, "")))
                .isInstanceOf(ObjectStoreException.Refused.class);
        assertThatThrownBy(() -> headed(Reply.of(500, "")))
                .isInstanceOf(ObjectStoreException.Unavailable.class);
    }

    private static Optional<StoredObject> headed(Reply reply) {
        try (var storage = ScriptedStorage.answering(reply.headersOnly());
                var store = storage.open()) {
            return store.head(Sample.KEY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301, is not in the region that is set",
        "400, is not in the region that is set",
        "403, may not be used with these credentials",
        "404, does not exist"
    })
    void a_bucket_that_cannot_be_used_is_named_with_the_reason(int status, String reason) {
        try (var storage = ScriptedStorage.answering(Reply.of(status, "").headersOnly());
                var store = storage.open()) {
            assertThatThrownBy(store::requireBucket)
                    .isInstanceOf(ObjectStoreException.Refused.class)
                    .hasMessageContaining("the bucket bucket at " + storage.endpoint())
                    .hasMessageContaining(reason);
        }
    }
}
