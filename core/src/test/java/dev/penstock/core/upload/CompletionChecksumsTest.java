package dev.penstock.core.upload;

import static dev.penstock.core.upload.Parts.checksum;
import static dev.penstock.core.upload.Parts.held;
import static dev.penstock.core.upload.Parts.heldFrom;
import static dev.penstock.core.upload.Parts.named;
import static dev.penstock.core.upload.Parts.opaque;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What checksums of the whole file decide, and which algorithms are in force.
class CompletionChecksumsTest {
    private static final ByteCount MIB_24 = ByteCount.mebibytes(24);
    private static final Announcement PLAIN = Announcements.multipart(MIB_24);
    private static final List<StoredPart> THREE = heldFrom(1, 3, 8);
    private static final StorageCapabilities ALL = StorageCapabilities.EVERYTHING;

    @ParameterizedTest
    @EnumSource
    void algorithm_in_force_is_the_one_asked_for(ChecksumAlgorithm inForce) {
        Announcement announcement = Announcements.multipart(MIB_24, inForce);
        for (ChecksumAlgorithm given : ChecksumAlgorithm.values()) {
            CompletionClaim listed = Claims.list(named(1, checksum(given, 1)));
            CompletionClaim whole = Claims.whole(checksum(given, 1));
            if (given == inForce) {
                new CompletionCheck(announcement, ALL, listed).requirePossible();
                new CompletionCheck(announcement, ALL, whole).requirePossible();
            } else {
                assertUnsupported(announcement, ALL, listed);
                assertUnsupported(announcement, ALL, whole);
            }
        }
    }

    @Test
    void what_the_storage_computes_is_in_force_when_nothing_was_asked_for() {
        new CompletionCheck(PLAIN, ALL, Claims.whole(checksum(ChecksumAlgorithm.CRC64NVME, 1)))
                .requirePossible();
        assertUnsupported(PLAIN, ALL, Claims.whole(checksum(ChecksumAlgorithm.SHA256, 1)));
        assertUnsupported(
                PLAIN,
                StorageCapabilities.UNPROBED,
                Claims.whole(checksum(ChecksumAlgorithm.MD5, 1)));
    }

    @Test
    void refusal_names_what_to_send() {
        Problem problem =
                Refusal.of(() ->
                        new CompletionCheck(
                                        PLAIN,
                                        ALL,
                                        Claims.whole(checksum(ChecksumAlgorithm.MD5, 1)))
                                .requirePossible());

        assertThat(problem.detail()).contains("MD5").contains("CRC64NVME");
    }

    @ParameterizedTest
    @EnumSource(names = {"CRC64NVME", "CRC32C"})
    void whole_checksum_over_many_parts_goes_to_the_storage(ChecksumAlgorithm algorithm) {
        Checksum whole = checksum(algorithm, 77);

        VerifiedParts verified =
                new CompletionCheck(
                                Announcements.multipart(MIB_24, algorithm),
                                ALL,
                                Claims.whole(whole))
                        .verify(THREE);

        assertThat(verified.whole()).contains(whole);
        assertThat(verified.verification()).isEqualTo(Verification.CHECKSUM);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHA256", "MD5"})
    void whole_checksum_that_does_not_combine_is_unsupported_over_many_parts(
            ChecksumAlgorithm algorithm) {
        Announcement announcement = Announcements.multipart(MIB_24, algorithm);
        var check = new CompletionCheck(announcement, ALL, Claims.whole(checksum(algorithm, 1)));

        assertThat(Refusal.codeOf(() -> check.verify(THREE)))
                .isEqualTo(ProblemCode.UNSUPPORTED_CHECKSUM);
    }

    @ParameterizedTest
    @EnumSource
    void whole_checksum_of_one_part_is_that_of_the_part(ChecksumAlgorithm algorithm) {
        ByteCount size = ByteCount.mebibytes(5);
        Announcement announcement = Announcements.multipart(size, algorithm);
        List<StoredPart> listing =
                List.of(
                        new StoredPart(
                                held(1, 5).number(),
                                size,
                                Parts.etag(1),
                                Optional.of(checksum(algorithm, 1))));
        var right = new CompletionCheck(announcement, ALL, Claims.whole(checksum(algorithm, 1)));
        var wrong = new CompletionCheck(announcement, ALL, Claims.whole(checksum(algorithm, 2)));

        assertThat(right.verify(listing).verification()).isEqualTo(Verification.CHECKSUM);
        assertThat(Refusal.codeOf(() -> wrong.verify(listing)))
                .isEqualTo(ProblemCode.CHECKSUM_MISMATCH);
    }

    @Test
    void whole_md5_of_one_part_with_an_opaque_etag_cannot_be_verified() {
        Announcement announcement =
                Announcements.multipart(ByteCount.mebibytes(5), ChecksumAlgorithm.MD5);
        var check =
                new CompletionCheck(
                        announcement,
                        StorageCapabilities.UNPROBED,
                        Claims.whole(checksum(ChecksumAlgorithm.MD5, 1)));

        assertThat(Refusal.codeOf(() -> check.verify(List.of(opaque(1, 5)))))
                .isEqualTo(ProblemCode.UNSUPPORTED_CHECKSUM);
    }

    @ParameterizedTest
    @EnumSource
    void single_upload_is_proven_by_its_announced_checksum(ChecksumAlgorithm algorithm) {
        Announcement announcement =
                Announcements.single(ByteCount.mebibytes(5), checksum(algorithm, 1));
        var storage = StorageCapabilities.UNPROBED;
        List<StoredPart> listing = List.of(opaque(1, 5));

        assertThat(
                        new CompletionCheck(announcement, storage, CompletionClaim.NOTHING)
                                .verify(listing)
                                .verification())
                .isEqualTo(Verification.CHECKSUM);
        var same = new CompletionCheck(announcement, storage, Claims.whole(checksum(algorithm, 1)));
        assertThat(same.verify(listing).parts()).hasSize(1);
        var other =
                new CompletionCheck(announcement, storage, Claims.whole(checksum(algorithm, 2)));
        assertThat(Refusal.codeOf(() -> other.verify(listing)))
                .isEqualTo(ProblemCode.CHECKSUM_MISMATCH);
    }

    @Test
    void single_upload_whose_listing_shows_another_checksum_than_announced_is_a_mismatch() {
        Announcement announcement =
                Announcements.single(
                        ByteCount.mebibytes(5), checksum(ChecksumAlgorithm.CRC64NVME, 2));
        var check = new CompletionCheck(announcement, ALL, CompletionClaim.NOTHING);

        assertThat(Refusal.codeOf(() -> check.verify(heldFrom(1, 1, 5))))
                .isEqualTo(ProblemCode.PART_MISMATCH);
    }

    @Test
    void parts_sent_under_an_algorithm_are_proven_without_a_list() {
        Announcement md5 = Announcements.multipart(MIB_24, ChecksumAlgorithm.MD5);
        var check = new CompletionCheck(md5, StorageCapabilities.UNPROBED, CompletionClaim.NOTHING);

        assertThat(check.verify(List.of(opaque(1, 8), opaque(2, 8), opaque(3, 8))).verification())
                .isEqualTo(Verification.CHECKSUM);
    }

    @Test
    void checksum_mismatch_tells_what_to_do() {
        Problem problem = CompletionCheck.checksumMismatch().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.CHECKSUM_MISMATCH);
        assertThat(problem.detail()).contains("again");
    }

    private static void assertUnsupported(
            Announcement announcement, StorageCapabilities storage, CompletionClaim claim) {
        var check = new CompletionCheck(announcement, storage, claim);
        assertThat(Refusal.codeOf(check::requirePossible))
                .isEqualTo(ProblemCode.UNSUPPORTED_CHECKSUM);
    }
}
