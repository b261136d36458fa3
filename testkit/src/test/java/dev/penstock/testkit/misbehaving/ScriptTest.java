package dev.penstock.testkit.misbehaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testkit.misbehaving.wire.Head;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Rule SOMETIMES = Rule.of(Fault.SLOW_DOWN).probability(0.3);

    @Test
    void same_seed_plays_the_same_faults_in_whatever_order_requests_come() {
        List<S3Request> requests = parts("a", 1, 200);
        List<S3Request> shuffled = new ArrayList<>(requests);
        Collections.shuffle(shuffled, new Random(5));

        Set<Integer> hit = hit(Plan.seeded(7, SOMETIMES), requests);

        assertThat(hit(Plan.seeded(7, SOMETIMES), shuffled)).isEqualTo(hit);
        assertThat(hit).hasSizeBetween(35, 85);
    }

    @Test
    void another_seed_plays_others() {
        List<S3Request> requests = parts("a", 1, 200);

        assertThat(hit(Plan.seeded(7, SOMETIMES), requests))
                .isNotEqualTo(hit(Plan.seeded(8, SOMETIMES), requests));
    }

    @Test
    void request_that_is_repeated_is_decided_anew() {
        Script script = new Script(Plan.seeded(7, SOMETIMES));
        S3Request request = part("a", 1);

        long hits = 0;
        for (int i = 0; i < 200; i++) {
            hits += script.next(request, _ -> true).stream().count();
        }

        assertThat(hits).isBetween(35L, 85L);
    }

    @Test
    void random_keys_meet_the_same_faults_when_told_apart_by_appearance() {
        Plan plan = Plan.seeded(7, SOMETIMES);

        assertThat(hit(plan, parts("a", 1, 200))).isNotEqualTo(hit(plan, parts("b", 1, 200)));
        assertThat(hit(plan.keysByAppearance(), parts("a", 1, 200)))
                .isEqualTo(hit(plan.keysByAppearance(), parts("b", 1, 200)));
    }

    @Test
    void rule_hits_so_many_from_the_nth_on() {
        Plan plan = Plan.of(Rule.of(Fault.SLOW_DOWN).nth(3).times(2));

        assertThat(hit(plan, parts("a", 1, 10))).containsExactly(3, 4);
    }

    @Test
    void rule_hits_only_its_parts_keys_and_operations() {
        Rule rule =
                Rule.of(Fault.SLOW_DOWN)
                        .on(Operation.UPLOAD_PART)
                        .parts(2, 5)
                        .keyContaining("mine")
                        .always();
        Script script = new Script(Plan.of(rule));

        assertThat(hit(Plan.of(rule), parts("its/mine/x", 1, 9))).containsExactly(2, 5);
        assertThat(hit(Plan.of(rule), parts("other", 1, 9))).isEmpty();
        assertThat(script.next(request("GET /b/mine?uploadId=x&partNumber=2"), _ -> true))
                .isEmpty();
    }

    @Test
    void first_rule_that_wants_a_request_has_it_and_the_others_count_it() {
        Plan plan =
                Plan.of(
                        Rule.of(Fault.SLOW_DOWN).nth(2),
                        Rule.of(Fault.RESET_BEFORE).times(2),
                        Rule.of(Fault.CLOCK_SKEW).nth(4));
        Script script = new Script(plan);

        List<Fault> faults =
                parts("a", 1, 6).stream()
                        .flatMap(request -> script.next(request, _ -> true).stream())
                        .map(Act::fault)
                        .toList();

        assertThat(faults)
                .containsExactly(
                        Fault.RESET_BEFORE, Fault.SLOW_DOWN, Fault.RESET_BEFORE, Fault.CLOCK_SKEW);
    }

    @Test
    void operations_are_known_by_method_and_query() {
        assertThat(
                        List.of(
                                operation("POST /b/k?uploads"),
                                operation("PUT /b/k?partNumber=1&uploadId=x"),
                                operation("POST /b/k?uploadId=x"),
                                operation("DELETE /b/k?uploadId=x"),
                                operation("GET /b/k?uploadId=x"),
                                operation("GET /b?uploads"),
                                operation("PUT /b/k"),
                                operation("HEAD /b/k"),
                                operation("GET /b/k"),
                                operation("DELETE /b/k"),
                                operation("POST /b?delete"),
                                operation("GET /b/?list-type=2"),
                                operation("HEAD /b"),
                                operation("OPTIONS /b/k")))
                .containsExactly(Operation.values());
        assertThat(request("PUT /b/a%20b/%C3%A4+c").key()).isEqualTo("a b/ä+c");
    }

    private static Set<Integer> hit(Plan plan, List<S3Request> requests) {
        Script script = new Script(plan);
        Set<Integer> hit = new TreeSet<>();
        for (S3Request request : requests) {
            script.next(request, _ -> true).ifPresent(_ -> hit.add(request.part().orElseThrow()));
        }
        return hit;
    }

    private static List<S3Request> parts(String key, int from, int to) {
        List<S3Request> parts = new ArrayList<>();
        for (int number = from; number <= to; number++) {
            parts.add(part(key, number));
        }
        return parts;
    }

    private static S3Request part(String key, int number) {
        return request("PUT /b/" + key + "?partNumber=" + number + "&uploadId=x");
    }

    private static Operation operation(String line) {
        return request(line).operation();
    }

    private static S3Request request(String line) {
        return S3Request.of(new Head(line + " HTTP/1.1", List.of()));
    }
}
