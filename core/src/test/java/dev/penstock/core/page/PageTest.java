package dev.penstock.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void page_goes_on_after_its_last_item_when_one_more_was_read() {
        Page<UUID> page = Page.of(List.of(A, B, C), first(2), id -> id);

        assertThat(page.content()).containsExactly(A, B);
        assertThat(page.next()).contains(B);
    }

    @Test
    void last_page_ends_the_list() {
        assertThat(Page.of(List.of(A, B), first(2), id -> id).next()).isEmpty();
        assertThat(Page.of(List.<UUID>of(), first(2), id -> id))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    void limit_is_1_to_1000() {
        assertThat(first(1).limit()).isEqualTo(1);
        assertThat(first(1000).limit()).isEqualTo(1000);
        for (int limit : new int[] {-1, 0, 1001}) {
            assertThatThrownBy(() -> first(limit)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static PageRequest first(int limit) {
        return new PageRequest(Optional.empty(), limit);
    }
}
