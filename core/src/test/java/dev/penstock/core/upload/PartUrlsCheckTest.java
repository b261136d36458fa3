package dev.penstock.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.IntakeLimits.DeclaredParts;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartUrlsCheckTest {
    private static final long GIB_5 = 5L << 30;
    private static final Announcement UNKNOWN = Announcements.ofUnknownLength();
    private static final Announcement MIB_24 = Announcements.multipart(ByteCount.mebibytes(24));
    private static final Checksum CRC = Parts.checksum(ChecksumAlgorithm.CRC64NVME, 1);

    @Test
    void bare_numbers_come_back_in_their_order_without_size_and_checksum() {
        assertThat(check(UNKNOWN, bare(10_000), bare(1), bare(7)))
                .containsExactly(unsized(10_000), unsized(1), unsized(7));
    }

    @Test
    void stated_size_is_signed() {
        assertThat(check(MIB_24, sized(1, 8 << 20), bare(2)))
                .containsExactly(
                        new PartToSign(
                                PartNumber.of(1),
                                Optional.of(ByteCount.mebibytes(8)),
                                Optional.empty()),
                        unsized(2));
    }

    @Test
    void one_to_500_parts_are_taken_in_a_call() {
        assertThat(check(UNKNOWN, numbered(500))).hasSize(500);
        assertThat(refused(UNKNOWN, numbered(501)).code())
                .isEqualTo(ProblemCode.TOO_MANY_PART_NUMBERS);
        assertThat(refused(UNKNOWN).code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
    }

    @Test
    void numbers_outside_1_to_10000_are_out_of_range() {
        for (int number : new int[] {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE}) {
            assertThat(refused(UNKNOWN, bare(1), bare(number)).code())
                    .as("%d", number)
                    .isEqualTo(ProblemCode.PART_NUMBER_OUT_OF_RANGE);
        }
    }

    @Test
    void known_length_allows_no_more_parts_than_it_has_times_five_mebibytes() {
        assertThat(check(MIB_24, bare(5))).hasSize(1);
        Problem problem = refused(MIB_24, bare(6));
        assertThat(problem.code()).isEqualTo(ProblemCode.PART_NUMBER_OUT_OF_RANGE);
        assertThat(problem.detail()).contains("1 to 5");

        Announcement exactly = Announcements.multipart(ByteCount.mebibytes(25));
        assertThat(check(exactly, bare(5))).hasSize(1);
        assertThat(refused(exactly, bare(6)).code())
                .isEqualTo(ProblemCode.PART_NUMBER_OUT_OF_RANGE);
    }

    @Test
    void large_file_allows_10000_parts_and_no_more() {
        Announcement large = Announcements.multipart(ByteCount.tebibytes(5));

        assertThat(check(large, bare(10_000))).hasSize(1);
        assertThat(refused(large, bare(10_001)).code())
                .isEqualTo(ProblemCode.PART_NUMBER_OUT_OF_RANGE);
    }

    @Test
    void repeated_number_is_invalid() {
        Problem problem = refused(UNKNOWN, bare(3), sized(3, 1));

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
        assertThat(problem.detail()).contains("3");
    }

    @Test
    void size_of_a_part_is_one_byte_to_five_gibibytes() {
        assertThat(check(UNKNOWN, sized(1, 1), sized(2, GIB_5))).hasSize(2);
        for (long size : new long[] {Long.MIN_VALUE, -1, 0, GIB_5 + 1, Long.MAX_VALUE}) {
            assertThat(refused(UNKNOWN, sized(1, size)).code())
                    .as("%d", size)
                    .isEqualTo(ProblemCode.INVALID_PARAMETER);
        }
    }

    @Test
    void sizes_of_one_call_do_not_exceed_the_announced_length() {
        long part = 8L << 20;

        assertThat(check(MIB_24, sized(1, part), sized(2, part), sized(3, part))).hasSize(3);
        Problem problem = refused(MIB_24, sized(1, part), sized(2, part), sized(3, part + 1));
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_PARAMETER);
        assertThat(problem.detail()).contains("25165825").contains("25165824");
    }

    @Test
    void sizes_of_500_largest_parts_of_unknown_length_are_taken() {
        RequestedPart[] parts =
                IntStream.rangeClosed(1, 500)
                        .mapToObj(n -> sized(n, GIB_5))
                        .toArray(RequestedPart[]::new);

        assertThat(check(UNKNOWN, parts)).hasSize(500);
    }

    @Test
    void intake_that_requires_declared_parts_takes_no_bare_numbers() {
        assertThat(
                        Refusal.codeOf(() ->
                                PartUrlsCheck.check(
                                        UNKNOWN,
                                        DeclaredParts.REQUIRED,
                                        List.of(sized(1, 5), bare(2)))))
                .isEqualTo(ProblemCode.SIZE_REQUIRED);
        assertThat(PartUrlsCheck.check(UNKNOWN, DeclaredParts.REQUIRED, List.of(sized(1, 5))))
                .hasSize(1);
    }

    @Test
    void every_part_carries_the_checksum_in_force() {
        Announcement crc =
                Announcements.multipart(ByteCount.mebibytes(24), ChecksumAlgorithm.CRC64NVME);

        assertThat(check(crc, checked(1, CRC.base64())))
                .containsExactly(
                        new PartToSign(PartNumber.of(1), Optional.empty(), Optional.of(CRC)));
        Problem problem = refused(crc, checked(1, CRC.base64()), bare(2));
        assertThat(problem.code()).isEqualTo(ProblemCode.CHECKSUM_REQUIRED);
        assertThat(problem.detail()).contains("CRC64NVME").contains("2");
    }

    @Test
    void checksum_that_nobody_asked_for_is_unsupported() {
        assertThat(refused(MIB_24, checked(1, CRC.base64())).code())
                .isEqualTo(ProblemCode.UNSUPPORTED_CHECKSUM);
        assertThat(
                        refused(
                                        Announcements.single(ByteCount.mebibytes(1)),
                                        checked(1, CRC.base64()))
                                .code())
                .isEqualTo(ProblemCode.UNSUPPORTED_CHECKSUM);
    }

    @Test
    void malformed_checksum_is_invalid() {
        Announcement crc =
                Announcements.multipart(ByteCount.mebibytes(24), ChecksumAlgorithm.CRC64NVME);

        for (String value : List.of("", "AQ==", "not base64!", "AQEBAQEBAQE")) {
            assertThat(refused(crc, checked(1, value)).code())
                    .as(value)
                    .isEqualTo(ProblemCode.INVALID_PARAMETER);
        }
    }

    @Test
    void single_upload_is_renewed_with_what_was_announced_for_it() {
        Announcement single = Announcements.single(ByteCount.mebibytes(24), CRC);
        var asAnnounced = new PartToSign(PartNumber.of(1), single.length(), Optional.of(CRC));

        assertThat(check(single, bare(1))).containsExactly(asAnnounced);
        assertThat(check(single, sized(1, 24 << 20))).containsExactly(asAnnounced);
        assertThat(check(single, checked(1, CRC.base64()))).containsExactly(asAnnounced);
        assertThat(PartUrlsCheck.check(single, DeclaredParts.REQUIRED, List.of(bare(1))))
                .containsExactly(asAnnounced);
    }

    @Test
    void single_upload_has_no_second_part() {
        Announcement single = Announcements.single(ByteCount.mebibytes(24));

        assertThat(refused(single, bare(2)).code()).isEqualTo(ProblemCode.PART_NUMBER_OUT_OF_RANGE);
        assertThat(refused(single, bare(1), bare(2)).code())
                .isEqualTo(ProblemCode.PART_NUMBER_OUT_OF_RANGE);
    }

    @Test
    void single_upload_takes_no_other_size_or_checksum_than_announced() {
        Announcement single = Announcements.single(ByteCount.mebibytes(24), CRC);
        String other = Parts.checksum(ChecksumAlgorithm.CRC64NVME, 2).base64();

        assertThat(refused(single, sized(1, (24 << 20) - 1)).code())
                .isEqualTo(ProblemCode.INVALID_PARAMETER);
        assertThat(refused(single, checked(1, other)).code())
                .isEqualTo(ProblemCode.INVALID_PARAMETER);
    }

    private static List<PartToSign> check(Announcement announcement, RequestedPart... parts) {
        return PartUrlsCheck.check(announcement, DeclaredParts.OPTIONAL, List.of(parts));
    }

    private static Problem refused(Announcement announcement, RequestedPart... parts) {
        return Refusal.of(() -> check(announcement, parts));
    }

    private static RequestedPart[] numbered(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(RequestedPart::numbered)
                .toArray(RequestedPart[]::new);
    }

    private static RequestedPart bare(int number) {
        return RequestedPart.numbered(number);
    }

    private static RequestedPart sized(int number, long size) {
        return new RequestedPart(number, Optional.of(size), Optional.empty());
    }

    private static RequestedPart checked(int number, String base64) {
        return new RequestedPart(number, Optional.empty(), Optional.of(base64));
    }

    private static PartToSign unsized(int number) {
        return new PartToSign(PartNumber.of(number), Optional.empty(), Optional.empty());
    }
}
