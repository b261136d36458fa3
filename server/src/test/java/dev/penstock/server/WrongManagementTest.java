package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Organizations, document stores and intakes: what their routes refuse, and that nothing changes.
class WrongManagementTest {
    private static TestService service;
    private static TestIntake intake;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
        intake = service.intake();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'slug':'NOT ok','name':'n'}                     | invalid-field
                    {'slug':'ab','name':'n'}                         | invalid-field
                    {'slug':'','name':'n'}                           | invalid-field
                    {'slug':'ok-slug','name':' '}                    | invalid-field
                    {'slug':'ok-slug','name':5}                      | invalid-field
                    {'slug':'ok-slug','name':null}                   | invalid-field
                    {'slug':'ok-slug'}                               | invalid-field
                    {'name':'n'}                                     | invalid-field
                    {'slug':'ok-slug','name':'n','colour':'red'}     | unknown-field
                    {'slug':'ok-slug','name':'n'                     | invalid-body
                    []                                               | invalid-body
                    5                                                | invalid-body
                    """)
    void an_organization_is_refused(String body, String code) {
        refused(service, 400, code, () -> intake.manage("POST", "/api/organizations", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'organizationId':'NOBODY','slug':'ok-slug','name':'n'}           | invalid-field
                    {'organizationId':'7','slug':'ok-slug','name':'n'}                | invalid-field
                    {'slug':'ok-slug','name':'n'}                                     | invalid-field
                    {'organizationId':'ORG_ID','slug':'NOT ok','name':'n'}            | invalid-field
                    {'organizationId':'ORG_ID','slug':'ok-slug','name':''}            | invalid-field
                    {'organizationId':'ORG_ID','slug':'ok-slug','name':'n','ref':'x'} | unknown-field
                    """)
    void a_document_store_is_refused(String body, String code) {
        refused(service, 400, code, () -> intake.manage("POST", "/api/document-stores", body));
    }

    @Test
    void all_wrong_fields_are_told_at_once() {
        Answer answer =
                refused(
                        service,
                        400,
                        "invalid-field",
                        () ->
                                intake.manage(
                                        "POST", "/api/organizations", "{'slug':'X','name':''}"));
        assertThat(answer.json().path("fields").findValuesAsString("field"))
                .containsExactly("slug", "name");
    }

    @Test
    void slugs_are_unique_where_they_live() {
        refused(
                service,
                409,
                "slug-taken",
                () -> intake.manage("POST", "/api/organizations", "{'slug':'ORG','name':'n'}"));
        refused(
                service,
                409,
                "slug-taken",
                () ->
                        intake.manage(
                                "POST",
                                "/api/document-stores",
                                "{'organizationId':'ORG_ID','slug':'inbox','name':'n'}"));
        refused(
                service,
                409,
                "slug-taken",
                () ->
                        intake.manage(
                                "POST",
                                "/api/intakes",
                                "{'slug':'large-files','name':'n','store':{'ref':'ORG/inbox'}}"));
    }

    @Test
    void what_others_need_is_not_deleted() {
        refused(
                service,
                409,
                "in-use",
                () -> intake.manage("DELETE", "/api/organizations/ORG_ID", ""));
        refused(
                service,
                409,
                "in-use",
                () -> intake.manage("DELETE", "/api/document-stores/" + storeId(), ""));
    }

    private static String storeId() {
        return intake.manage("GET", "/api/intakes/INTAKE", "").json().at("/store/id").asString();
    }

    @Test
    void a_change_from_a_stale_copy_is_refused_on_every_kind() {
        for (String path :
                new String[] {
                    "/api/organizations/ORG_ID",
                    "/api/document-stores/" + storeId(),
                    "/api/intakes/INTAKE"
                }) {
            Answer first = intake.manage("PUT", path, "{'name':'Changed'}");
            assertThat(first.status()).isEqualTo(200);
            long stale = first.json().path("changeSequence").asLong() - 1;
            refused(
                    service,
                    409,
                    "stale-change-sequence",
                    () ->
                            intake.manage(
                                    "PUT",
                                    path,
                                    "{'name':'Again','changeSequence':%d}".formatted(stale)));
            refused(
                    service,
                    400,
                    "invalid-field",
                    () -> intake.manage("PUT", path, "{'slug':'other'}"));
            refused(
                    service,
                    400,
                    "invalid-field",
                    () -> intake.manage("PUT", path, "{'id':'NOBODY'}"));
            refused(
                    service,
                    400,
                    "unknown-field",
                    () -> intake.manage("PUT", path, "{'colour':'red'}"));
        }
    }
}
