package dev.penstock.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.object.StoredPart;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a storage that claims to enforce a checksum does with one, and with its ETags. An algorithm
/// that the storage does not claim is skipped.
interface ChecksumContract extends StoreUnderTest {
    int LENGTH = 1000;

    @ParameterizedTest
    @EnumSource
    default void a_part_with_its_checksum_is_taken_and_listed_with_it(ChecksumAlgorithm algorithm) {
        OpenUpload upload = enforced(algorithm);
        byte[] body = OpenUpload.bytes(1, LENGTH);
        upload.send(1, body);

        StoredPart part = upload.listed().getFirst();
        assertThat(part.size().value()).isEqualTo(LENGTH);
        if (algorithm != ChecksumAlgorithm.MD5) {
            assertThat(part.checksum()).contains(ReferenceChecksum.of(algorithm, body));
        }
    }

    @ParameterizedTest
    @EnumSource
    default void other_bytes_than_the_checksum_was_made_of_are_refused(
            ChecksumAlgorithm algorithm) {
        OpenUpload upload = enforced(algorithm);
        PresignedPut url = signedFor(upload, OpenUpload.bytes(1, LENGTH));

        PartUrlContract.assertRefused(Wire.put(url, OpenUpload.bytes(2, LENGTH)));
        assertThat(upload.listed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void the_checksum_header_must_be_sent(ChecksumAlgorithm algorithm) {
        OpenUpload upload = enforced(algorithm);
        byte[] body = OpenUpload.bytes(1, LENGTH);
        PresignedPut url = signedFor(upload, body);

        assertThat(url.requiredHeaders()).containsOnlyKeys(algorithm.header());
        PartUrlContract.assertRefused(Wire.put(URI.create(url.url()), body, Map.of()));
        assertThat(upload.listed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void the_checksum_header_cannot_be_changed(ChecksumAlgorithm algorithm) {
        OpenUpload upload = enforced(algorithm);
        byte[] other = OpenUpload.bytes(2, LENGTH);
        PresignedPut url = signedFor(upload, OpenUpload.bytes(1, LENGTH));
        Checksum forged = ReferenceChecksum.of(algorithm, other);

        PartUrlContract.assertRefused(
                Wire.put(
                        URI.create(url.url()), other, Map.of(algorithm.header(), forged.base64())));
        assertThat(upload.listed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    default void parts_with_checksums_become_an_object(ChecksumAlgorithm algorithm) {
        OpenUpload upload = enforced(algorithm);
        TwoParts.send(upload);
        upload.complete();

        assertThat(upload.read()).isEqualTo(TwoParts.whole());
    }

    @ParameterizedTest
    @EnumSource(names = {"CRC64NVME", "CRC32C"})
    default void the_whole_checksum_is_held_against_the_bytes(ChecksumAlgorithm algorithm) {
        OpenUpload upload = enforced(algorithm);
        TwoParts.send(upload);
        Checksum right = ReferenceChecksum.of(algorithm, TwoParts.whole());
        Checksum wrong = ReferenceChecksum.of(algorithm, TwoParts.first());

        assertThatThrownBy(() -> complete(upload, wrong))
                .isInstanceOf(ObjectStoreException.ChecksumRefused.class);
        assertThat(store().head(upload.key())).isEmpty();
        assertThat(upload.listedNumbers()).containsExactly(1, 2);

        complete(upload, right);
        assertThat(store().head(upload.key()).orElseThrow().checksum())
                .contains(
                        new ObjectChecksum(
                                algorithm, ObjectChecksum.Type.FULL_OBJECT, right.base64()));
    }

    @Test
    default void a_composite_checksum_is_one_of_the_parts_checksums() {
        OpenUpload upload = enforced(ChecksumAlgorithm.SHA256);
        TwoParts.send(upload);
        upload.complete();

        assertThat(store().head(upload.key()).orElseThrow().checksum())
                .hasValueSatisfying(checksum -> {
                    assertThat(checksum.type()).isEqualTo(ObjectChecksum.Type.COMPOSITE);
                    assertThat(checksum.base64().replaceFirst("-2$", ""))
                            .isEqualTo(TwoParts.composite().base64());
                });
    }

    @Test
    default void a_wrong_checksum_of_a_part_is_refused_at_completion() {
        OpenUpload upload = enforced(ChecksumAlgorithm.SHA256);
        upload.send(1, OpenUpload.bytes(1, LENGTH));
        StoredPart held = upload.listed().getFirst();
        Checksum wrong =
                ReferenceChecksum.of(ChecksumAlgorithm.SHA256, OpenUpload.bytes(2, LENGTH));
        List<StoredPart> parts =
                List.of(
                        new StoredPart(
                                held.number(), held.size(), held.etag(), Optional.of(wrong)));

        assertThatThrownBy(
                        () -> store().complete(upload.key(), upload.id(), parts, Optional.empty()))
                .isInstanceOf(ObjectStoreException.PartsRefused.class);
        assertThat(upload.listedNumbers()).containsExactly(1);
    }

    @Test
    default void what_the_storage_computes_by_itself_is_listed() {
        assumeThat(store().capabilities().computed()).as("a computed checksum").isPresent();
        ChecksumAlgorithm algorithm = store().capabilities().computed().orElseThrow();
        OpenUpload upload = OpenUpload.at(store());
        TwoParts.send(upload);

        assertThat(upload.listed())
                .extracting(StoredPart::checksum)
                .containsExactly(
                        Optional.of(ReferenceChecksum.of(algorithm, TwoParts.first())),
                        Optional.of(ReferenceChecksum.of(algorithm, TwoParts.last())));
        complete(upload, ReferenceChecksum.of(algorithm, TwoParts.whole()));
        assertThat(upload.read()).isEqualTo(TwoParts.whole());
    }

    @Test
    default void an_etag_is_the_md5_where_the_storage_says_so() {
        assumeThat(store().capabilities().etagsAreMd5()).as("ETags that are MD5s").isTrue();
        OpenUpload upload = OpenUpload.at(store());
        byte[] body = OpenUpload.bytes(1, LENGTH);
        upload.send(1, body);

        assertThat(upload.listed().getFirst().etag().value())
                .isEqualTo(ReferenceChecksum.of(ChecksumAlgorithm.MD5, body).hex());
    }

    private OpenUpload enforced(ChecksumAlgorithm algorithm) {
        assumeThat(store().capabilities().enforced())
                .as("checksums that this storage enforces")
                .contains(algorithm);
        return OpenUpload.with(store(), algorithm);
    }

    private static PresignedPut signedFor(OpenUpload upload, byte[] body) {
        return upload.sign(
                1, body.length, ReferenceChecksum.of(upload.checksum().orElseThrow(), body));
    }

    private void complete(OpenUpload upload, Checksum whole) {
        store().complete(upload.key(), upload.id(), upload.listed(), Optional.of(whole));
    }
}
