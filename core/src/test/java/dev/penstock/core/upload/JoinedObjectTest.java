package dev.penstock.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinedObjectTest {
    private static final Checksum WHOLE = new Checksum(ChecksumAlgorithm.CRC64NVME, "AAAAAAAAAAA=");

    /// `md5(unhex(md5("a")) + unhex(md5("b")))`, computed with another program.
    private static final String ETAG = "96e024ba2074fe77e8e965ba43a704be-2";

    private static final VerifiedParts VERIFIED =
            new VerifiedParts(
                    List.of(
                            part(1, "0cc175b9c0f1b6a831c399e269772661"),
                            part(2, "92eb5ffee6ae2fec3ad71c777531578f")),
                    new ByteCount(2),
                    Verification.CHECKSUM,
                    Optional.of(WHOLE));

    @Test
    void an_object_as_verified_is_right() {
        assertThat(difference(2, ETAG, Optional.empty(), StorageCapabilities.EVERYTHING)).isEmpty();
    }

    @Test
    void another_size_is_told() {
        assertThat(difference(3, ETAG, Optional.empty(), StorageCapabilities.EVERYTHING))
                .map(Problem::code)
                .contains(ProblemCode.SIZE_MISMATCH);
    }

    @Test
    void another_etag_counts_where_etags_are_md5s() {
        String other = ETAG.replace('9', '8');
        assertThat(difference(2, other, Optional.empty(), StorageCapabilities.EVERYTHING))
                .map(Problem::code)
                .contains(ProblemCode.CHECKSUM_MISMATCH);
        assertThat(difference(2, other, Optional.empty(), StorageCapabilities.UNPROBED)).isEmpty();
    }

    @Test
    void another_checksum_of_the_whole_counts_and_one_over_parts_does_not() {
        assertThat(
                        difference(
                                2,
                                "opaque",
                                Optional.of(checksum(ObjectChecksum.Type.FULL_OBJECT)),
                                StorageCapabilities.UNPROBED))
                .map(Problem::code)
                .contains(ProblemCode.CHECKSUM_MISMATCH);
        assertThat(
                        difference(
                                2,
                                "opaque",
                                Optional.of(checksum(ObjectChecksum.Type.COMPOSITE)),
                                StorageCapabilities.UNPROBED))
                .isEmpty();
    }

    @Test
    void md5s_or_a_checksum_of_the_whole_prove_the_bytes_and_nothing_else_does() {
        assertThat(isProven(ETAG, Optional.empty(), StorageCapabilities.EVERYTHING)).isTrue();
        assertThat(isProven(ETAG, Optional.empty(), StorageCapabilities.UNPROBED)).isFalse();
        assertThat(
                        isProven(
                                "opaque",
                                Optional.of(checksum(ObjectChecksum.Type.FULL_OBJECT)),
                                StorageCapabilities.UNPROBED))
                .isTrue();
        assertThat(
                        isProven(
                                "opaque",
                                Optional.of(checksum(ObjectChecksum.Type.COMPOSITE)),
                                StorageCapabilities.UNPROBED))
                .isFalse();
    }

    private static boolean isProven(
            String etag, Optional<ObjectChecksum> checksum, StorageCapabilities storage) {
        return JoinedObject.isProven(
                VERIFIED, new StoredObject(new ByteCount(2), new ETag(etag), checksum), storage);
    }

    private static ObjectChecksum checksum(ObjectChecksum.Type type) {
        return new ObjectChecksum(ChecksumAlgorithm.CRC64NVME, type, "BBBBBBBBBBA=");
    }

    private static Optional<Problem> difference(
            long size,
            String etag,
            Optional<ObjectChecksum> checksum,
            StorageCapabilities storage) {
        return JoinedObject.difference(
                VERIFIED, new StoredObject(new ByteCount(size), new ETag(etag), checksum), storage);
    }

    private static StoredPart part(int number, String etag) {
        return new StoredPart(
                PartNumber.of(number), new ByteCount(1), new ETag(etag), Optional.empty());
    }
}
