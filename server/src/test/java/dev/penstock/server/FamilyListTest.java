package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestForm;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of document families, by each of its filters and page by page.
class FamilyListTest {
    private static TestService service;
    private static TestIntake intake;
    private static String status;
    private static List<TestFamily> families;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
        intake = service.intake();
        status =
                intake.manage(
                                "POST",
                                "/api/document-statuses",
                                "{'organizationId':'ORG_ID','slug':'new','name':'S'}")
                        .text("id");
        families = IntStream.range(0, 6).mapToObj(FamilyListTest::made).toList();
        TestIntake other = service.intake();
        TestFamily.made(other, form().field("labels", "even").send(other, "path", "even/0"));
    }

    private static TestForm form() {
        return TestForm.of("a.txt", "text\n".getBytes(UTF_8));
    }

    /// `even/0`, `odd_/1`, `even/2` …, each a second after the one before.
    private static TestFamily made(int i) {
        service.clock().advance(Duration.ofSeconds(1));
        boolean even = i % 2 == 0;
        TestForm form = form().field("labels", even ? "even,all" : "all");
        return TestFamily.made(
                intake,
                (i < 3 ? form.field("statusId", status) : form)
                        .send(intake, "path", (even ? "even/" : "odd_/") + i));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> paths(String... query) {
        var all = new ArrayList<>(List.of("storeId", storeId()));
        Collections.addAll(all, query);
        return pathsOfAll(all.toArray(String[]::new));
    }

    private static List<String> pathsOfAll(String... query) {
        Answer page = list(query);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return new TestFamily(service, page.json()).texts("content", "path");
    }

    private static Answer list(String... query) {
        return service.management("GET", "/api/document-families" + TestService.query(query), "");
    }

    private static String storeId() {
        return ofIntake("/store/id");
    }

    private static String organizationId() {
        return ofIntake("/organizationId");
    }

    private static String ofIntake(String pointer) {
        return service.management("GET", "/api/intakes/" + intake.id(), "")
                .json()
                .at(pointer)
                .asString();
    }

    @Test
    void without_a_filter_it_has_all() {
        assertThat(pathsOfAll()).hasSize(7);
        assertThat(paths()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"even/,3", "odd_/,3", "odd_,3", "odd%,0", "o_d,0", "even/2,1", "EVEN,0", "x,0"})
    void a_path_prefix_is_taken_as_it_is(String prefix, int count) {
        assertThat(paths("pathPrefix", prefix))
                .hasSize(count)
                .allSatisfy(p -> assertThat(p).startsWith(prefix));
    }

    @Test
    void labels_are_found_in_any_case() {
        assertThat(paths("label", "Even")).containsExactlyInAnyOrder("even/0", "even/2", "even/4");
        assertThat(pathsOfAll("label", "even")).hasSize(4);
        assertThat(paths("label", "none")).isEmpty();
    }

    @Test
    void statuses_are_found() {
        assertThat(paths("statusId", status))
                .containsExactlyInAnyOrder("even/0", "odd_/1", "even/2");
    }

    @Test
    void times_are_from_and_before() {
        String from = families.get(1).json().path("createdOn").asString();
        String before = families.get(4).json().path("createdOn").asString();
        assertThat(paths("createdFrom", from, "createdBefore", before))
                .containsExactlyInAnyOrder("odd_/1", "even/2", "odd_/3");
        assertThat(paths("createdFrom", before, "createdBefore", from)).isEmpty();
    }

    @Test
    void they_are_read_from_either_end() {
        String[] oldestFirst = {"even/0", "odd_/1", "even/2", "odd_/3", "even/4", "odd_/5"};
        assertThat(paths()).containsExactly(oldestFirst);
        assertThat(paths("order", "oldest")).containsExactly(oldestFirst);
        assertThat(paths("order", "newest", "limit", "3"))
                .containsExactly("odd_/5", "even/4", "odd_/3");
        refused(list("order", "Newest"), 400, "invalid-parameter");
    }

    @Test
    void they_are_those_of_one_organization() {
        assertThat(pathsOfAll("organizationId", organizationId())).hasSize(6);
        assertThat(pathsOfAll("organizationId", UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void filters_go_together_and_with_pages() {
        var found = new ArrayList<String>();
        String cursor = "";
        do {
            var query = new ArrayList<>(List.of("label", "all", "limit", "2"));
            if (!cursor.isEmpty()) {
                query.addAll(List.of("cursor", cursor));
            }
            Answer page = list(query.toArray(String[]::new));
            assertThat(page.json().path("content").size()).isLessThanOrEqualTo(2);
            found.addAll(new TestFamily(service, page.json()).texts("content", "path"));
            cursor = page.text("nextCursor");
        } while (!cursor.isEmpty());
        assertThat(found).hasSize(6).doesNotHaveDuplicates();
        assertThat(paths("label", "even", "statusId", status, "pathPrefix", "even/2"))
                .containsExactly("even/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storeId",
                "organizationId",
                "statusId",
                "createdFrom",
                "createdBefore",
                "cursor"
            })
    void a_filter_that_is_none_is_refused(String name) {
        refused(list(name, "x y"), 400, "invalid-parameter");
        refused(list("label", "x".repeat(101)), 400, "invalid-parameter");
    }
}
