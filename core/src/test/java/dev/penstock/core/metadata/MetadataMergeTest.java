package dev.penstock.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataMergeTest {
    private static final List<String> KEYS =
            Stream.concat(
                            Stream.of("a", "b", "c", "title", "", "Labels", "label", "status.id"),
                            MetadataMerge.NOT_METADATA.stream())
                    .toList();

    @Test
    void the_strongest_map_that_has_a_key_decides_its_value() {
        Seed seed = Seed.fresh();
        Random random = seed.random();
        for (int i = 0; i < 2000; i++) {
            List<Map<String, @Nullable Object>> maps = anyMaps(random);
            Map<String, @Nullable Object> merged = MetadataMerge.merge(maps);

            for (String key : KEYS) {
                var having = maps.stream().filter(m -> m.containsKey(key)).toList();
                boolean remains = !having.isEmpty() && !MetadataMerge.NOT_METADATA.contains(key);
                assertThat(merged.containsKey(key)).as("%s, '%s'", seed, key).isEqualTo(remains);
                if (remains) {
                    assertThat(merged.get(key))
                            .as("%s, '%s'", seed, key)
                            .isEqualTo(having.getLast().get(key));
                }
            }
        }
    }

    private static List<Map<String, @Nullable Object>> anyMaps(Random random) {
        var maps = new ArrayList<Map<String, @Nullable Object>>();
        for (int n = random.nextInt(5); n > 0; n--) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            for (int k = random.nextInt(KEYS.size()); k > 0; k--) {
                map.put(KEYS.get(random.nextInt(KEYS.size())), anyValue(random));
            }
            maps.add(map);
        }
        return maps;
    }

    private static @Nullable Object anyValue(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> random.nextInt();
            case 2 -> List.of("x", random.nextInt());
            case 3 -> Map.of("nested", random.nextInt());
            default -> "text " + random.nextInt();
        };
    }

    @Test
    void order_is_extra_fields_intake_container_caller() {
        assertThat(
                        MetadataMerge.merge(
                                List.of(
                                        Map.of("k", "extra", "e", 1),
                                        Map.of("k", "intake", "i", 2),
                                        Map.of("k", "container"),
                                        Map.of("k", "caller"))))
                .isEqualTo(Map.of("k", "caller", "e", 1, "i", 2));
    }

    @Test
    void null_is_a_value_that_replaces_and_remains() {
        Map<String, @Nullable Object> nothing = Collections.singletonMap("k", null);

        assertThat(MetadataMerge.merge(List.of(Map.of("k", 1), nothing)))
                .containsEntry("k", null)
                .hasSize(1);
        assertThat(MetadataMerge.merge(List.of(nothing, Map.of("k", 1)))).containsEntry("k", 1);
    }

    @Test
    void maps_inside_are_replaced_whole() {
        assertThat(
                        MetadataMerge.merge(
                                List.of(
                                        Map.of("m", Map.of("a", 1, "b", 2)),
                                        Map.of("m", Map.of("a", 3)))))
                .isEqualTo(Map.of("m", Map.of("a", 3)));
    }

    @Test
    void completion_fields_never_remain_at_the_top_and_stay_inside() {
        assertThat(MetadataMerge.NOT_METADATA)
                .containsExactlyInAnyOrder(
                        "documentVersion",
                        "externalData",
                        "labels",
                        "statusId",
                        "knowledgeFeatures");
        Map<String, @Nullable Object> inside = Map.of("inside", Map.of("labels", "A"));
        assertThat(MetadataMerge.merge(List.of(Map.of("labels", "A"), inside))).isEqualTo(inside);
    }

    @Test
    void keys_keep_the_order_in_which_they_first_appear() {
        var first = new LinkedHashMap<String, @Nullable Object>();
        first.put("z", 1);
        first.put("a", 1);
        var second = new LinkedHashMap<String, @Nullable Object>();
        second.put("m", 2);
        second.put("z", 2);

        assertThat(MetadataMerge.merge(List.of(first, second)).keySet())
                .containsExactly("z", "a", "m");
    }

    @Test
    void result_is_new_and_cannot_be_changed() {
        var source = new LinkedHashMap<String, @Nullable Object>(Map.of("k", 1));
        Map<String, @Nullable Object> merged = MetadataMerge.merge(List.of(source));
        source.put("k", 2);

        assertThat(merged).isEqualTo(Map.of("k", 1));
        assertThatThrownBy(() -> merged.put("x", 1))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(MetadataMerge.merge(List.of())).isEmpty();
    }
}
