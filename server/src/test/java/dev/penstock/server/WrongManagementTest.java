package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /// With the ids of this test's intake in place of their names.
    private static Answer send(String method, String path, String body) {
        return service.management(method, fill(path), fill(body));
    }

    private static String fill(String text) {
        return text.replace("ORG_ID", intake.organizationId())
                .replace("ORG", intake.organization())
                .replace("INTAKE", intake.id())
                .replace("NOBODY", "00000000-0000-0000-0000-000000000000");
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
        refused(service, 400, code, () -> send("POST", "/api/organizations", body));
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
        refused(service, 400, code, () -> send("POST", "/api/document-stores", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'maxFileBytes':0                        | invalid-field
                    'maxFileBytes':-1                       | invalid-field
                    'maxFileBytes':53687091200001           | invalid-field
                    'maxFileBytes':'1'                      | invalid-field
                    'maxOpenUploads':0                      | invalid-field
                    'maxOpenUploads':1000001                | invalid-field
                    'uploadTtl':'PT1S'                      | invalid-field
                    'uploadTtl':'P366D'                     | invalid-field
                    'uploadTtl':'-P1D'                      | invalid-field
                    'uploadTtl':'7 days'                    | invalid-field
                    'uploadTtl':7                           | invalid-field
                    'requireChecksums':'yes'                | invalid-field
                    'requireDeclaredParts':1                | invalid-field
                    'active':'yes'                          | invalid-field
                    'largeUploadEnabled':'yes'              | invalid-field
                    'description':5                         | invalid-field
                    'metadata':[]                           | invalid-field
                    'metadata':'x'                          | invalid-field
                    'allowMultipleFiles':true               | invalid-field
                    'script':'return {}'                    | invalid-field
                    'scriptEnabled':true                    | invalid-field
                    'allowedContentTypes':['a/b']           | invalid-field
                    'knowledgeFeatureIds':['NOBODY']        | invalid-field
                    'knowledgeFeatureIds':['7']             | invalid-field
                    'colour':'red'                          | unknown-field
                    'store':{'ref':'ORG/none'}              | invalid-field
                    'store':{'ref':'nonsense'}              | invalid-field
                    'store':{'id':'NOBODY'}                 | invalid-field
                    'store':{'colour':'red'}                | unknown-field
                    'name':''                               | invalid-field
                    'slug':'NOT ok'                         | invalid-field
                    """)
    void an_intakes_member_is_refused_at_creation_and_in_a_change(String member, String code) {
        String field = member.split("'", 3)[1];
        String base = "";
        for (String given :
                new String[] {"'slug':'ok-slug'", "'name':'n'", "'store':{'ref':'ORG/inbox'}"}) {
            base += given.startsWith("'" + field + "'") ? "" : given + ",";
        }
        String body = "{" + base + member + "}";
        Answer created = refused(service, 400, code, () -> send("POST", "/api/intakes", body));
        assertThat(created.text("detail")).contains(field);
        Answer changed =
                refused(
                        service,
                        400,
                        code,
                        () -> send("PUT", "/api/intakes/INTAKE", "{" + member + "}"));
        assertThat(changed.text("detail")).contains(field);
    }

    @Test
    void the_empty_defaults_of_what_has_no_effect_yet_are_taken_and_shown() {
        Answer changed =
                intake.set(
                        "'allowMultipleFiles':false,'script':null,'scriptEnabled':false,"
                                + "'allowedContentTypes':[],'knowledgeFeatureIds':[]");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("allowMultipleFiles").asBoolean(true)).isFalse();
        assertThat(changed.json().path("scriptEnabled").asBoolean(true)).isFalse();
        assertThat(changed.json().path("allowedContentTypes").size()).isZero();
        assertThat(changed.json().path("knowledgeFeatureIds").size()).isZero();
    }

    @Test
    void all_wrong_fields_are_told_at_once() {
        Answer answer =
                refused(
                        service,
                        400,
                        "invalid-field",
                        () -> send("POST", "/api/organizations", "{'slug':'X','name':''}"));
        assertThat(answer.json().path("fields").findValuesAsString("field"))
                .containsExactly("slug", "name");
    }

    @Test
    void an_intake_without_a_store_is_refused() {
        for (String body :
                new String[] {
                    "{'slug':'ok-slug','name':'n'}", "{'slug':'ok-slug','name':'n','store':{}}"
                }) {
            refused(service, 400, "store-required", () -> send("POST", "/api/intakes", body));
        }
    }

    @Test
    void slugs_are_unique_where_they_live() {
        refused(
                service,
                409,
                "slug-taken",
                () -> send("POST", "/api/organizations", "{'slug':'ORG','name':'n'}"));
        refused(
                service,
                409,
                "slug-taken",
                () ->
                        send(
                                "POST",
                                "/api/document-stores",
                                "{'organizationId':'ORG_ID','slug':'inbox','name':'n'}"));
        refused(
                service,
                409,
                "slug-taken",
                () ->
                        send(
                                "POST",
                                "/api/intakes",
                                "{'slug':'large-files','name':'n','store':{'ref':'ORG/inbox'}}"));
    }

    @Test
    void what_others_need_is_not_deleted() {
        refused(service, 409, "in-use", () -> send("DELETE", "/api/organizations/ORG_ID", ""));
        refused(
                service,
                409,
                "in-use",
                () -> send("DELETE", "/api/document-stores/" + storeId(), ""));
    }

    private static String storeId() {
        return send("GET", "/api/intakes/INTAKE", "").json().at("/store/id").asString();
    }

    @Test
    void a_change_from_a_stale_copy_is_refused_on_every_kind() {
        for (String path :
                new String[] {
                    "/api/organizations/ORG_ID",
                    "/api/document-stores/" + storeId(),
                    "/api/intakes/INTAKE"
                }) {
            Answer first = send("PUT", path, "{'name':'Changed'}");
            assertThat(first.status()).isEqualTo(200);
            long stale = first.json().path("changeSequence").asLong() - 1;
            refused(
                    service,
                    409,
                    "stale-change-sequence",
                    () ->
                            send(
                                    "PUT",
                                    path,
                                    "{'name':'Again','changeSequence':%d}".formatted(stale)));
            refused(service, 400, "invalid-field", () -> send("PUT", path, "{'slug':'other'}"));
            refused(service, 400, "invalid-field", () -> send("PUT", path, "{'id':'NOBODY'}"));
            refused(service, 400, "unknown-field", () -> send("PUT", path, "{'colour':'red'}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "document-stores", "intakes", "api-keys"})
    void what_is_not_there_is_not_found(String list) {
        for (String id : new String[] {"NOBODY", "7"}) {
            String path = "/api/%s/%s".formatted(list, id);
            refused(service, 404, "not-found", () -> send("GET", path, ""));
            refused(service, 404, "not-found", () -> send("PUT", path, "{'name':'n'}"));
            refused(service, 404, "not-found", () -> send("DELETE", path, ""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/document-families/NOBODY",
                "/api/document-families/7",
                "/api/document-families/NOBODY/content/NATIVE",
                "/api/intakes/NOBODY/tokens",
                "/api/intakes/NOBODY/uploads",
                "/api/nothing",
                "/nothing"
            })
    void an_address_of_nothing_is_not_found(String path) {
        refused(service, 404, "not-found", () -> send("GET", path, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /api/organizations",
                "POST /api/organizations/NOBODY",
                "PUT /api/intakes/NOBODY/tokens",
                "DELETE /api/intake/ORG/large-files",
                "GET /api/intake/ORG/large-files/multipart-upload-request",
                "POST /health/live"
            })
    void a_method_that_an_address_does_not_take_is_refused(String call) {
        String[] words = call.split(" ", 2);
        refused(service, 405, "method-not-allowed", () -> send(words[0], words[1], ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=ten", "cursor=7"})
    void a_page_has_limits(String query) {
        for (String list :
                new String[] {
                    "organizations",
                    "document-stores",
                    "intakes",
                    "api-keys",
                    "document-families",
                    "intakes/INTAKE/tokens",
                    "intakes/INTAKE/uploads"
                }) {
            String path = "/api/%s?%s".formatted(list, query);
            refused(service, 400, "invalid-parameter", () -> send("GET", path, ""));
        }
        refused(
                service,
                400,
                "invalid-parameter",
                () -> send("GET", "/api/document-families?storeId=7", ""));
    }

    @Test
    void a_body_is_json_and_bounded() {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
            refused(
                    service,
                    415,
                    "unsupported-media-type",
                    () ->
                            service.call(
                                    "POST",
                                    "/api/organizations",
                                    Map.of("x-api-key", TestService.ADMIN, "Content-Type", type),
                                    "{}"));
        }
        String large = "{'slug':'ok-slug','name':'%s'}".formatted("n".repeat(Bytes.MIB));
        refused(service, 413, "body-too-large", () -> send("POST", "/api/organizations", large));
        String long201 = "{'slug':'ok-slug','name':'%s'}".formatted("n".repeat(201));
        refused(service, 400, "invalid-field", () -> send("POST", "/api/organizations", long201));
    }
}
