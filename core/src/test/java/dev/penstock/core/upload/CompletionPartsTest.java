package dev.penstock.core.upload;

import static dev.penstock.core.upload.Parts.checksum;
import static dev.penstock.core.upload.Parts.etag;
import static dev.penstock.core.upload.Parts.heldFrom;
import static dev.penstock.core.upload.Parts.named;
import static dev.penstock.core.upload.Parts.numbers;
import static dev.penstock.core.upload.Parts.opaque;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a list of parts decides: which are there, which have other bytes, how far they are proven.
class CompletionPartsTest {
    private static final ChecksumAlgorithm CRC = ChecksumAlgorithm.CRC64NVME;
    private static final Announcement MIB_24 = Announcements.multipart(ByteCount.mebibytes(24));
    private static final List<StoredPart> LISTING = heldFrom(1, 3, 8);
    private static final List<StoredPart> OPAQUE =
            List.of(opaque(1, 8), opaque(2, 8), opaque(3, 8));
    private static final StorageCapabilities OPAQUE_ETAGS =
            new StorageCapabilities(
                    EnumSet.allOf(ChecksumAlgorithm.class), Optional.of(CRC), false, true);

    @Test
    void listed_parts_that_the_storage_lacks_are_missing() {
        var problem =
                (Problem.UploadIncomplete)
                        refused(Claims.list(named(5), named(1), named(4), named(2)), LISTING);

        assertThat(problem.missingParts()).isEqualTo(numbers(4, 5));
        assertThat(problem.missingCount()).isEqualTo(2);
    }

    @Test
    void missing_parts_are_told_before_parts_with_other_bytes() {
        assertThat(refused(Claims.list(named(1, etag(99)), named(4)), LISTING).code())
                .isEqualTo(ProblemCode.UPLOAD_INCOMPLETE);
    }

    @Test
    void number_listed_twice_is_invalid() {
        Problem problem = refused(Claims.list(named(1), named(2), named(2), named(3)), LISTING);

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
        assertThat(problem.detail()).contains("2");
    }

    @Test
    void list_in_any_order_is_joined_in_ascending_order() {
        VerifiedParts verified = verify(Claims.list(named(3), named(1), named(2)), LISTING);

        assertThat(verified.parts()).isEqualTo(LISTING);
    }

    @Test
    void etags_match_with_or_without_quotes() {
        CompletionClaim claim =
                Claims.list(
                        named(1, new ETag("\"" + etag(1) + "\"")),
                        named(2, etag(2)),
                        named(3, etag(3)));

        assertThat(verify(claim, LISTING).verification()).isEqualTo(Verification.ETAG);
    }

    @Test
    void another_etag_is_a_mismatch_that_names_the_part() {
        CompletionClaim claim =
                Claims.list(named(3, etag(9)), named(2, etag(2)), named(1, etag(8)));

        assertThat(mismatches(claim, LISTING))
                .containsExactly(
                        new Problem.MismatchedPart(
                                PartNumber.of(1), etag(8).value(), etag(1).value()),
                        new Problem.MismatchedPart(
                                PartNumber.of(3), etag(9).value(), etag(3).value()));
    }

    @Test
    void another_etag_is_a_mismatch_though_it_tells_nothing_else() {
        CompletionClaim claim = Claims.list(named(1, etag(1)), named(2), named(3));

        assertThat(refused(OPAQUE_ETAGS, claim, OPAQUE).code())
                .isEqualTo(ProblemCode.PART_MISMATCH);
    }

    @Test
    void another_size_is_a_mismatch_before_anything_else_of_the_part() {
        var listed =
                new ListedPart(
                        PartNumber.of(2),
                        Optional.of(etag(9)),
                        Optional.of(ByteCount.mebibytes(7)),
                        Optional.of(checksum(CRC, 9)));

        assertThat(mismatches(Claims.list(named(1), listed, named(3)), LISTING))
                .containsExactly(
                        new Problem.MismatchedPart(PartNumber.of(2), "7340032", "8388608"));
    }

    @Test
    void another_checksum_is_a_mismatch() {
        CompletionClaim claim = Claims.list(named(1, checksum(CRC, 9)), named(2), named(3));

        assertThat(mismatches(claim, LISTING))
                .containsExactly(
                        new Problem.MismatchedPart(
                                PartNumber.of(1),
                                checksum(CRC, 9).base64(),
                                checksum(CRC, 1).base64()));
    }

    @Test
    void checksum_outranks_an_etag() {
        var right =
                new ListedPart(
                        PartNumber.of(1),
                        Optional.of(etag(9)),
                        Optional.empty(),
                        Optional.of(checksum(CRC, 1)));
        var wrong =
                new ListedPart(
                        PartNumber.of(1),
                        Optional.of(etag(1)),
                        Optional.empty(),
                        Optional.of(checksum(CRC, 9)));

        assertThat(verify(Claims.list(right, named(2), named(3)), LISTING).parts()).hasSize(3);
        assertThat(mismatches(Claims.list(wrong, named(2), named(3)), LISTING)).hasSize(1);
    }

    @Test
    void etag_decides_where_the_listing_shows_no_checksum() {
        var listed =
                new ListedPart(
                        PartNumber.of(1),
                        Optional.of(etag(9)),
                        Optional.empty(),
                        Optional.of(checksum(CRC, 1)));

        assertThat(refused(OPAQUE_ETAGS, Claims.list(listed, named(2), named(3)), OPAQUE).code())
                .isEqualTo(ProblemCode.PART_MISMATCH);
    }

    @Test
    void md5_is_held_against_an_etag_that_is_one() {
        Announcement md5 = Announcements.multipart(ByteCount.mebibytes(24), ChecksumAlgorithm.MD5);
        CompletionClaim right =
                Claims.list(named(1, checksum(ChecksumAlgorithm.MD5, 1)), named(2), named(3));
        CompletionClaim wrong =
                Claims.list(named(1, checksum(ChecksumAlgorithm.MD5, 9)), named(2), named(3));

        assertThat(check(md5, StorageCapabilities.EVERYTHING, right).verify(LISTING).parts())
                .hasSize(3);
        Problem problem =
                Refusal.of(() -> check(md5, StorageCapabilities.EVERYTHING, wrong).verify(LISTING));
        assertThat(((Problem.PartMismatch) problem).parts())
                .containsExactly(
                        new Problem.MismatchedPart(
                                PartNumber.of(1),
                                checksum(ChecksumAlgorithm.MD5, 9).base64(),
                                "ETag " + etag(1)));
    }

    @Test
    void first_thousand_mismatches_are_named() {
        Announcement large = Announcements.multipart(ByteCount.mebibytes(8 * 1100));
        ListedPart[] wrong =
                IntStream.rangeClosed(1, 1100)
                        .mapToObj(n -> named(n, new ETag("wrong")))
                        .toArray(ListedPart[]::new);
        CompletionCheck check = check(large, StorageCapabilities.EVERYTHING, Claims.list(wrong));

        var problem = (Problem.PartMismatch) Refusal.of(() -> check.verify(heldFrom(1, 1100, 8)));

        assertThat(problem.parts()).hasSize(1000);
        assertThat(problem.detail()).contains("1100");
    }

    @Test
    void mismatch_is_told_before_a_wrong_sum() {
        assertThat(refused(Claims.list(named(1, etag(9))), heldFrom(1, 1, 9)).code())
                .isEqualTo(ProblemCode.PART_MISMATCH);
    }

    // --- how far it is proven

    @Test
    void sizes_alone_prove_the_size() {
        assertThat(verify(CompletionClaim.NOTHING, LISTING).verification())
                .isEqualTo(Verification.SIZE);
        assertThat(verify(Claims.list(named(1), named(2), named(3)), LISTING).verification())
                .isEqualTo(Verification.SIZE);
    }

    @Test
    void etags_prove_only_where_they_are_md5s_and_every_part_has_one() {
        CompletionClaim all = Claims.list(named(1, etag(1)), named(2, etag(2)), named(3, etag(3)));
        CompletionClaim some = Claims.list(named(1, etag(1)), named(2, etag(2)), named(3));

        assertThat(verify(all, LISTING).verification()).isEqualTo(Verification.ETAG);
        assertThat(verify(some, LISTING).verification()).isEqualTo(Verification.SIZE);
        assertThat(check(MIB_24, OPAQUE_ETAGS, all).verify(LISTING).verification())
                .isEqualTo(Verification.SIZE);
    }

    @Test
    void listed_checksums_prove_when_every_part_has_one() {
        CompletionClaim all =
                Claims.list(
                        named(1, checksum(CRC, 1)),
                        named(2, checksum(CRC, 2)),
                        named(3, checksum(CRC, 3)));
        CompletionClaim mixed =
                Claims.list(
                        named(1, checksum(CRC, 1)), named(2, etag(2)), named(3, checksum(CRC, 3)));

        assertThat(verify(all, LISTING).verification()).isEqualTo(Verification.CHECKSUM);
        assertThat(verify(mixed, LISTING).verification()).isEqualTo(Verification.ETAG);
    }

    @Test
    void checksums_that_could_not_be_compared_prove_nothing() {
        CompletionClaim claim =
                Claims.list(
                        named(1, checksum(CRC, 1)),
                        named(2, checksum(CRC, 2)),
                        named(3, checksum(CRC, 3)));

        assertThat(check(MIB_24, OPAQUE_ETAGS, claim).verify(OPAQUE).verification())
                .isEqualTo(Verification.SIZE);
    }

    private static CompletionCheck check(
            Announcement announcement, StorageCapabilities storage, CompletionClaim claim) {
        return new CompletionCheck(announcement, storage, claim);
    }

    private static VerifiedParts verify(CompletionClaim claim, List<StoredPart> listing) {
        return check(MIB_24, StorageCapabilities.EVERYTHING, claim).verify(listing);
    }

    private static Problem refused(CompletionClaim claim, List<StoredPart> listing) {
        return refused(StorageCapabilities.EVERYTHING, claim, listing);
    }

    private static Problem refused(
            StorageCapabilities storage, CompletionClaim claim, List<StoredPart> listing) {
        return Refusal.of(() -> check(MIB_24, storage, claim).verify(listing));
    }

    private static List<Problem.MismatchedPart> mismatches(
            CompletionClaim claim, List<StoredPart> listing) {
        return ((Problem.PartMismatch) refused(claim, listing)).parts();
    }
}
