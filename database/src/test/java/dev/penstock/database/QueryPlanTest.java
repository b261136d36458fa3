package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.DocumentRepository.Filter;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Order;
import dev.penstock.testkit.repository.Samples;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The statements that run often find their rows by an index, as SQLite plans them.
class QueryPlanTest {
    private static final Connections CONNECTIONS =
            Connections.open(
                    Dialect.of(DatabaseSettings.of("jdbc:sqlite::memory:"), Clock.systemUTC()));

    @AfterAll
    static void close() {
        CONNECTIONS.close();
    }

    private static final Optional<String> PREFIX = Optional.of("a/%");
    private static final Optional<StoreId> STORE = Optional.of(new StoreId(Samples.id()));
    private static final Optional<Set<OrganizationId>> ORGANIZATIONS =
            Optional.of(
                    Stream.generate(() -> new OrganizationId(Samples.id()))
                            .limit(2)
                            .collect(Collectors.toSet()));

    @Test
    void a_path_prefix_is_a_range_of_an_index() {
        assertThat(plan(Optional.empty(), STORE, PREFIX))
                .anyMatch(s ->
                        s.contains("COVERING INDEX document_family_by_store_and_path")
                                && s.contains("store_id=? AND path>? AND path<?"));
        assertThat(plan(ORGANIZATIONS, Optional.empty(), PREFIX))
                .anyMatch(s ->
                        s.contains("COVERING INDEX document_family_by_organization_and_path")
                                && s.contains("organization_id=? AND path>? AND path<?"));
        assertThat(plan(Optional.empty(), Optional.empty(), PREFIX))
                .anyMatch(s ->
                        s.contains("COVERING INDEX document_family_by_path")
                                && s.contains("path>? AND path<?"));
    }

    @Test
    void a_list_in_a_store_is_read_in_the_order_of_its_index() {
        assertThat(plan(Optional.empty(), STORE, Optional.empty()))
                .anyMatch(s -> s.contains("by_store (store_id=? AND id>?)"));
    }

    @Test
    void the_newest_of_an_organization_are_found_without_reading_the_others() {
        Filter filter = Filter.in(ORGANIZATIONS, Optional.empty(), Optional.empty());
        assertThat(plan(filter.in(Order.NEWEST_FIRST)))
                .anyMatch(s -> s.contains("by_organization (organization_id=? AND id<?)"));
    }

    @Test
    void no_list_of_documents_reads_the_whole_table() {
        for (var organizations : List.of(ORGANIZATIONS, NO_ORGANIZATIONS)) {
            for (Optional<StoreId> store : List.of(STORE, Optional.<StoreId>empty())) {
                for (Optional<String> prefix : List.of(PREFIX, Optional.<String>empty())) {
                    assertThat(plan(organizations, store, prefix))
                            .noneMatch(s -> s.startsWith("SCAN"));
                }
            }
        }
    }

    private static final Optional<Set<OrganizationId>> NO_ORGANIZATIONS = Optional.empty();

    private static List<String> plan(
            Optional<Set<OrganizationId>> organizations,
            Optional<StoreId> store,
            Optional<String> prefix) {
        return plan(Filter.in(organizations, store, prefix));
    }

    private static List<String> plan(Filter filter) {
        var conditions = new FamilyConditions(filter);
        String sql = "EXPLAIN QUERY PLAN " + SqlDocumentRepository.listing(conditions);
        return CONNECTIONS.read(h ->
                conditions
                        .bind(h.createQuery(sql))
                        .bind("after", "")
                        .bind("limit", 10)
                        .map((set, context) -> set.getString("detail"))
                        .list());
    }

    @Test
    void what_goes_on_at_an_intake_is_found_by_indexes() {
        String sql = "EXPLAIN QUERY PLAN " + SqlUploadHistory.ACTIVITY;
        List<String> plan =
                CONNECTIONS.read(h ->
                        h.createQuery(sql)
                                .bindList("intakes", List.of("one", "two"))
                                .bind("dayBegan", "")
                                .bind("now", "")
                                .map((set, context) -> set.getString("detail"))
                                .list());

        assertThat(plan)
                .noneMatch(s -> s.startsWith("SCAN u") || s.contains("TEMP B-TREE"))
                .anyMatch(s -> s.contains("upload_by_intake_and_creation"))
                .anyMatch(s -> s.contains("upload_by_intake_and_problem"));
    }
}
