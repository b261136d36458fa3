package dev.penstock.core.upload;

import static dev.penstock.core.upload.Parts.held;
import static dev.penstock.core.upload.Parts.heldFrom;
import static dev.penstock.core.upload.Parts.named;
import static dev.penstock.core.upload.Parts.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the sizes of the parts decide: whole, incomplete, another size, too small.
class CompletionSizesTest {
    /// Four parts of 8 MiB but the last, of 2 MiB.
    private static final Announcement MIB_26 = Announcements.multipart(ByteCount.mebibytes(26));

    private static final Announcement UNKNOWN = Announcements.ofUnknownLength();

    @Test
    void parts_of_the_plan_are_whole_with_a_short_last_one() {
        List<StoredPart> parts = plus(heldFrom(1, 3, 8), held(4, 2));

        VerifiedParts verified = verify(MIB_26, CompletionClaim.NOTHING, parts);

        assertThat(verified.parts()).isEqualTo(parts);
        assertThat(verified.size()).isEqualTo(ByteCount.mebibytes(26));
    }

    @Test
    void parts_that_follow_the_plan_but_stop_short_are_incomplete() {
        assertMissing(MIB_26, CompletionClaim.NOTHING, heldFrom(1, 2, 8), 3, 4);
        assertMissing(MIB_26, CompletionClaim.NOTHING, List.of(held(2, 8), held(4, 2)), 1, 3);
        assertMissing(MIB_26, CompletionClaim.NOTHING, heldFrom(1, 3, 8), 4);
    }

    @Test
    void all_numbers_are_missing_when_nothing_came() {
        assertMissing(MIB_26, CompletionClaim.NOTHING, List.of(), 1, 2, 3, 4);
        assertMissing(UNKNOWN, Claims.size(ByteCount.mebibytes(11)), List.of(), 1, 2, 3);
        assertMissing(
                Announcements.single(ByteCount.mebibytes(100)),
                CompletionClaim.NOTHING,
                List.of(),
                1);
    }

    @Test
    void the_first_part_is_missing_when_nothing_came_and_no_plan_tells_more() {
        assertMissing(UNKNOWN, Claims.list(), List.of(), 1);
        assertMissing(UNKNOWN, Claims.size(ByteCount.ZERO), List.of(), 1);
    }

    @Test
    void first_thousand_missing_numbers_are_named_beside_their_count() {
        Announcement large = Announcements.multipart(ByteCount.mebibytes(8 * 1200));
        var incomplete = incomplete(large, CompletionClaim.NOTHING, List.of(held(1, 8)));

        assertThat(incomplete.missingCount()).isEqualTo(1199);
        assertThat(incomplete.missingParts()).hasSize(1000);
        assertThat(incomplete.missingParts().getFirst()).isEqualTo(PartNumber.of(2));
        assertThat(incomplete.missingParts().getLast()).isEqualTo(PartNumber.of(1001));
        assertThat(incomplete.detail()).contains("1199").contains("2, 3, 4");
    }

    @Test
    void own_cut_is_whole_when_it_adds_up() {
        VerifiedParts verified =
                verify(
                        MIB_26,
                        CompletionClaim.NOTHING,
                        List.of(held(1, 13), held(2, 7), held(3, 6)));

        assertThat(verified.size()).isEqualTo(ByteCount.mebibytes(26));
    }

    @Test
    void own_cut_that_does_not_add_up_has_another_size() {
        assertSizes(MIB_26, CompletionClaim.NOTHING, List.of(held(1, 13), held(2, 7)), 26, 20);
        assertSizes(MIB_26, CompletionClaim.NOTHING, List.of(held(1, 20), held(2, 20)), 26, 40);
    }

    @Test
    void part_of_the_plan_that_came_short_makes_another_size() {
        List<StoredPart> parts = List.of(held(1, 8), held(2, 7), held(3, 8), held(4, 2));

        assertSizes(MIB_26, CompletionClaim.NOTHING, parts, 26, 25);
    }

    @Test
    void part_beyond_the_plan_makes_another_size() {
        List<StoredPart> parts = plus(plus(heldFrom(1, 3, 8), held(4, 2)), held(5, 1));

        assertSizes(MIB_26, CompletionClaim.NOTHING, parts, 26, 27);
    }

    @Test
    void gaps_in_an_own_cut_are_missing() {
        assertMissing(MIB_26, CompletionClaim.NOTHING, List.of(held(2, 13), held(5, 7)), 1, 3, 4);
    }

    @Test
    void gaps_are_missing_even_when_the_sum_fits() {
        assertMissing(MIB_26, CompletionClaim.NOTHING, List.of(held(1, 13), held(3, 13)), 2);
    }

    @Test
    void filling_a_gap_does_not_mend_a_sum_that_is_too_large() {
        assertSizes(MIB_26, CompletionClaim.NOTHING, List.of(held(1, 20), held(3, 20)), 26, 40);
    }

    @Test
    void list_may_skip_numbers_as_s3_allows() {
        VerifiedParts verified =
                verify(
                        MIB_26,
                        Claims.list(named(3), named(1)),
                        List.of(held(1, 13), held(2, 9), held(3, 13)));

        assertThat(verified.parts()).isEqualTo(List.of(held(1, 13), held(3, 13)));
    }

    @Test
    void list_that_names_fewer_parts_than_are_held_decides() {
        List<StoredPart> listing = plus(plus(heldFrom(1, 3, 8), held(4, 2)), held(5, 9));
        CompletionClaim four = Claims.list(named(4), named(1), named(3), named(2));

        VerifiedParts verified = verify(MIB_26, four, listing);

        assertThat(verified.parts()).isEqualTo(listing.subList(0, 4));
    }

    @Test
    void list_that_follows_the_plan_but_stops_short_is_incomplete_though_more_is_held() {
        List<StoredPart> listing = plus(heldFrom(1, 3, 8), held(4, 2));

        assertMissing(MIB_26, Claims.list(named(1), named(2)), listing, 3, 4);
    }

    @Test
    void unknown_length_needs_a_size_where_there_is_no_list() {
        assertThat(refused(UNKNOWN, CompletionClaim.NOTHING, heldFrom(1, 2, 5)).code())
                .isEqualTo(ProblemCode.SIZE_REQUIRED);
        assertThat(
                        Refusal.codeOf(() ->
                                new CompletionCheck(
                                                UNKNOWN,
                                                StorageCapabilities.EVERYTHING,
                                                CompletionClaim.NOTHING)
                                        .requirePossible()))
                .isEqualTo(ProblemCode.SIZE_REQUIRED);
    }

    @Test
    void unknown_length_is_what_the_list_adds_up_to() {
        VerifiedParts verified =
                verify(UNKNOWN, Claims.list(named(1), named(2)), heldFrom(1, 3, 5));

        assertThat(verified.size()).isEqualTo(ByteCount.mebibytes(10));
    }

    @Test
    void unknown_length_is_the_size_that_comes_with_the_completion() {
        CompletionClaim eleven = Claims.size(ByteCount.mebibytes(11));

        assertThat(verify(UNKNOWN, eleven, plus(heldFrom(1, 2, 5), held(3, 1))).size())
                .isEqualTo(ByteCount.mebibytes(11));
        assertMissing(UNKNOWN, eleven, heldFrom(1, 2, 5), 3);
        assertSizes(UNKNOWN, eleven, heldFrom(1, 3, 5), 11, 15);
        assertSizes(UNKNOWN, eleven, List.of(held(1, 7)), 11, 7);
    }

    @Test
    void growing_plan_is_followed_past_its_first_doubling() {
        ByteCount size = ByteCount.mebibytes(5 * 1000 + 10 + 3);
        List<StoredPart> thousand = heldFrom(1, 1000, 5);

        assertMissing(UNKNOWN, Claims.size(size), thousand, 1001, 1002);
        assertMissing(UNKNOWN, Claims.size(size), plus(thousand, held(1002, 3)), 1001);
        assertThat(
                        verify(
                                        UNKNOWN,
                                        Claims.size(size),
                                        plus(plus(thousand, held(1001, 10)), held(1002, 3)))
                                .size())
                .isEqualTo(size);
    }

    @Test
    void size_that_contradicts_the_announcement_is_a_mismatch() {
        List<StoredPart> parts = plus(heldFrom(1, 3, 8), held(4, 2));

        assertSizes(MIB_26, Claims.size(ByteCount.mebibytes(25)), parts, 26, 25);
        assertThat(verify(MIB_26, Claims.size(ByteCount.mebibytes(26)), parts).size())
                .isEqualTo(ByteCount.mebibytes(26));
    }

    @Test
    void every_part_but_the_last_has_five_mebibytes() {
        Announcement announcement = Announcements.multipart(ByteCount.mebibytes(24));

        Problem problem =
                refused(
                        announcement,
                        CompletionClaim.NOTHING,
                        List.of(held(1, 4), held(2, 15), held(3, 4), held(4, 1)));

        assertThat(problem.code()).isEqualTo(ProblemCode.PART_TOO_SMALL);
        assertThat(problem.detail()).contains("1, 3.");
    }

    @Test
    void last_part_may_be_small_or_empty() {
        StoredPart empty = held(2, ByteCount.ZERO);
        CompletionClaim five = Claims.size(ByteCount.mebibytes(5));

        assertThat(verify(UNKNOWN, five, List.of(held(1, 5), empty)).parts()).hasSize(2);
        assertThat(
                        verify(
                                        UNKNOWN,
                                        Claims.size(ByteCount.ZERO),
                                        List.of(held(1, ByteCount.ZERO)))
                                .size())
                .isEqualTo(ByteCount.ZERO);
    }

    @Test
    void empty_part_in_the_middle_is_too_small() {
        assertThat(
                        refused(
                                        UNKNOWN,
                                        Claims.size(ByteCount.mebibytes(10)),
                                        List.of(held(1, 5), held(2, ByteCount.ZERO), held(3, 5)))
                                .code())
                .isEqualTo(ProblemCode.PART_TOO_SMALL);
    }

    @Test
    void wrong_sum_is_told_before_small_parts() {
        assertSizes(MIB_26, CompletionClaim.NOTHING, List.of(held(1, 1), held(2, 2)), 26, 3);
    }

    @Test
    void largest_file_adds_up() {
        Announcement largest = Announcements.multipart(ByteCount.gibibytes(50_000));
        List<StoredPart> parts = heldFrom(1, 10_000, 5 * 1024);

        assertThat(verify(largest, CompletionClaim.NOTHING, parts).size())
                .isEqualTo(ByteCount.gibibytes(50_000));
        assertMissing(largest, CompletionClaim.NOTHING, parts.subList(0, 9_999), 10_000);
    }

    private static VerifiedParts verify(
            Announcement announcement, CompletionClaim claim, List<StoredPart> listing) {
        return new CompletionCheck(announcement, StorageCapabilities.EVERYTHING, claim)
                .verify(listing);
    }

    private static Problem refused(
            Announcement announcement, CompletionClaim claim, List<StoredPart> listing) {
        return Refusal.of(() -> verify(announcement, claim, listing));
    }

    private static Problem.UploadIncomplete incomplete(
            Announcement announcement, CompletionClaim claim, List<StoredPart> listing) {
        Problem problem = refused(announcement, claim, listing);
        assertThat(problem).isInstanceOf(Problem.UploadIncomplete.class);
        return (Problem.UploadIncomplete) problem;
    }

    private static void assertMissing(
            Announcement announcement,
            CompletionClaim claim,
            List<StoredPart> listing,
            int... missing) {
        var incomplete = incomplete(announcement, claim, listing);
        assertThat(incomplete.missingParts()).isEqualTo(numbers(missing));
        assertThat(incomplete.missingCount()).isEqualTo(missing.length);
    }

    private static void assertSizes(
            Announcement announcement,
            CompletionClaim claim,
            List<StoredPart> listing,
            long expectedMebibytes,
            long foundMebibytes) {
        assertThat(Optional.of(refused(announcement, claim, listing)))
                .get()
                .isInstanceOfSatisfying(
                        Problem.SizeMismatch.class,
                        mismatch -> {
                            assertThat(mismatch.expected()).isEqualTo(expectedMebibytes << 20);
                            assertThat(mismatch.found()).isEqualTo(foundMebibytes << 20);
                        });
    }

    private static List<StoredPart> plus(List<StoredPart> parts, StoredPart last) {
        return Stream.concat(parts.stream(), Stream.of(last)).toList();
    }
}
