package dev.penstock.core.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.object.ByteCount;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    @Test
    void part_count_follows_from_a_known_length() {
        assertThat(Announcements.multipart(ByteCount.mebibytes(17)).partCount()).contains(3L);
        assertThat(Announcements.ofUnknownLength().partCount()).isEmpty();
    }

    @Test
    void single_upload_is_one_part_as_long_as_the_file_whatever_plan_came_with_it() {
        Optional<ByteCount> length = Optional.of(ByteCount.gibibytes(5));
        Announcement single =
                Announcements.of(
                        UploadKind.SINGLE,
                        length,
                        PartPlan.forLength(length.get()),
                        Optional.empty(),
                        Optional.empty());

        assertThat(single.plan()).isEqualTo(PartPlan.onePart(length.get()));
        assertThat(single.partCount()).contains(1L);
    }
}
