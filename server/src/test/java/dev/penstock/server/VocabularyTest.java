package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Labels, document statuses and knowledge features of an organization: made, listed, changed,
/// refused, deleted; and the settings of an intake that name them.
class VocabularyTest {
    private static final String LABELS = "/api/labels";
    private static final String STATUSES = "/api/document-statuses";
    private static final String FEATURES = "/api/knowledge-features";

    private static TestService service;
    private static TestIntake home;
    private static TestIntake other;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
        home = service.intake();
        other = service.intake();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /// A new object of the organization, of these members beside the owner.
    private static Answer made(TestIntake owner, String route, String members) {
        Answer answer =
                owner.manage("POST", route, "{'organizationId':'ORG_ID',%s}".formatted(members));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static String members(String route, String name) {
        return route.equals(LABELS)
                ? "'name':'%s'".formatted(name)
                : "'slug':'%s','name':'%s'".formatted(name, name);
    }

    @Test
    void a_label_is_kept_in_upper_case() {
        Answer label = made(home, LABELS, "'name':' prüfen bis Ende ','color':'#D9480f'");

        assertThat(label.text("name")).isEqualTo("PRÜFEN BIS ENDE");
        assertThat(label.text("label")).isEqualTo("PRÜFEN BIS ENDE");
        assertThat(label.text("color")).isEqualTo("#d9480f");
        Answer got = home.manage("GET", LABELS + "/" + label.text("id"), "");
        assertThat(got.text()).isEqualTo(label.text());
    }

    @Test
    void a_label_may_be_renamed_but_not_to_another_ones_name() {
        Answer first = made(home, LABELS, "'name':'first'");
        Answer second = made(home, LABELS, "'name':'second','color':'#000000'");
        String path = LABELS + "/" + second.text("id");

        Answer refusal =
                refused(
                        service,
                        409,
                        "slug-taken",
                        () -> home.manage("PUT", path, "{'name':'First'}"));
        assertThat(refusal.text("detail")).contains("label", "name");
        Answer renamed = home.manage("PUT", path, "{'name':'third'}");
        assertThat(renamed.text("name")).isEqualTo("THIRD");
        assertThat(renamed.text("color")).isEqualTo("#000000");
        assertThat(renamed.json().path("changeSequence").asInt()).isEqualTo(1);
        Answer plain = home.manage("PUT", path, "{'color':null}");
        assertThat(plain.json().path("color").isNull()).isTrue();
        assertThat(plain.text("name")).isEqualTo("THIRD");
        assertThat(home.manage("PUT", path, plain.text()).status()).isEqualTo(200);
        assertThat(first.text("name")).isEqualTo("FIRST");
    }

    @ParameterizedTest
    @ValueSource(strings = {LABELS, STATUSES, FEATURES})
    void each_is_changed_as_get_gave_it_and_deleted(String route) {
        Answer made = made(home, route, members(route, "changing"));
        String path = route + "/" + made.text("id");

        Answer again = home.manage("PUT", path, made.text());
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().path("changeSequence").asInt()).isEqualTo(1);
        refused(service, 409, "stale-change-sequence", () -> home.manage("PUT", path, made.text()));
        Answer named = home.manage("PUT", path, "{'name':'N','changeSequence':1}");
        assertThat(named.text("name")).isEqualTo("N");
        assertThat(home.manage("DELETE", path, "").status()).isEqualTo(204);
        refused(service, 404, "not-found", () -> home.manage("GET", path, ""));
        refused(service, 404, "not-found", () -> home.manage("DELETE", path, ""));
        made(home, route, members(route, "changing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {LABELS, STATUSES, FEATURES})
    void one_is_unique_in_its_organization(String route) {
        made(home, route, members(route, "unique"));
        made(other, route, members(route, "unique"));

        refused(
                service,
                409,
                "slug-taken",
                () ->
                        home.manage(
                                "POST",
                                route,
                                "{'organizationId':'ORG_ID',%s}"
                                        .formatted(members(route, "unique"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {LABELS, STATUSES, FEATURES})
    void a_list_may_be_narrowed_to_an_organization(String route) {
        TestIntake lonely = service.intake();
        String one = made(lonely, route, members(route, "listed-1")).text("id");
        String two = made(lonely, route, members(route, "listed-2")).text("id");
        String filter = route + "?organizationId=" + lonely.organizationId();

        assertThat(ids(lonely.manage("GET", filter, ""))).containsExactly(one, two);
        assertThat(ids(lonely.manage("GET", route + "?limit=1000", ""))).contains(one, two);
        Answer page = lonely.manage("GET", filter + "&limit=1", "");
        assertThat(ids(page)).containsExactly(one);
        assertThat(ids(lonely.manage("GET", filter + "&cursor=" + page.text("nextCursor"), "")))
                .containsExactly(two);
        assertThat(ids(lonely.manage("GET", route + "?organizationId=NOBODY", ""))).isEmpty();
        refused(
                service,
                400,
                "invalid-parameter",
                () -> lonely.manage("GET", route + "?organizationId=7", ""));
    }

    private static List<String> ids(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.json().path("content").findValuesAsString("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {LABELS, STATUSES, FEATURES})
    void each_call_needs_its_permission_in_the_organization(String route) {
        String path = route + "/" + made(home, route, members(route, "guarded")).text("id");
        String creation = "{'organizationId':'ORG_ID',%s}".formatted(members(route, "by-key"));
        String reader = home.key("store:read");
        String intakes = home.key("intake:read");
        String stranger = other.key("admin");

        assertThat(with(reader, "GET", path, "").status()).isEqualTo(200);
        refused(service, 403, "forbidden", () -> with(reader, "POST", route, creation));
        refused(service, 403, "forbidden", () -> with(reader, "PUT", path, "{'name':'n'}"));
        refused(service, 403, "forbidden", () -> with(reader, "DELETE", path, ""));
        refused(service, 403, "forbidden", () -> with(intakes, "GET", path, ""));

        for (String method : List.of("GET", "PUT", "DELETE")) {
            refused(
                    service,
                    404,
                    "not-found",
                    () -> with(stranger, method, path, method.equals("PUT") ? "{}" : ""));
        }
        refused(service, 400, "invalid-field", () -> with(stranger, "POST", route, creation));
        assertThat(
                        ids(
                                with(
                                        stranger,
                                        "GET",
                                        route + "?organizationId=" + home.organizationId(),
                                        "")))
                .isEmpty();
        assertThat(ids(with(stranger, "GET", route + "?limit=1000", "")))
                .doesNotContain(path.substring(path.lastIndexOf('/') + 1));
        refused(service, 403, "token-out-of-scope", () -> with(home.token(), "GET", route, ""));
        assertThat(with(home.key("store:update"), "POST", route, creation).status()).isEqualTo(201);
        assertThat(with(home.key("store:delete"), "DELETE", path, "").status()).isEqualTo(204);
    }

    private static Answer with(String key, String method, String path, String body) {
        return service.call(
                method,
                path,
                Map.of("x-api-key", key),
                body.replace('\'', '"').replace("ORG_ID", home.organizationId()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    labels             | 'name':''                                        | invalid-field
                    labels             | 'name':'a,b'                                     | invalid-field
                    labels             | 'name':'a\\u0007'                                | invalid-field
                    labels             | 'name':'\\ud800'                                 | invalid-field
                    labels             | 'name':5                                         | invalid-field
                    labels             | 'name':'n','color':'red'                         | invalid-field
                    labels             | 'name':'n','color':'#12345'                      | invalid-field
                    labels             | 'name':'n','color':5                             | invalid-field
                    labels             | 'name':'n','slug':'abc'                          | unknown-field
                    labels             | 'name':'n','label':'N'                           | unknown-field
                    document-statuses  | 'slug':'A','name':'n'                            | invalid-field
                    document-statuses  | 'slug':'abc','name':' '                          | invalid-field
                    document-statuses  | 'name':'n'                                       | invalid-field
                    document-statuses  | 'slug':'abc','name':'n','color':'#1234567'       | invalid-field
                    document-statuses  | 'slug':'abc','name':'n','status':'n'             | unknown-field
                    knowledge-features | 'slug':'ab','name':'n'                           | invalid-field
                    knowledge-features | 'slug':'abc','name':'a\\nb'                      | invalid-field
                    knowledge-features | 'slug':'abc','name':'n','color':'#000000'        | unknown-field
                    """)
    void what_cannot_be_taken_is_refused(String route, String members, String code) {
        refused(
                service,
                400,
                code,
                () ->
                        home.manage(
                                "POST",
                                "/api/" + route,
                                "{'organizationId':'ORG_ID',%s}".formatted(members)));
        refused(
                service,
                400,
                "invalid-field",
                () ->
                        home.manage(
                                "POST",
                                "/api/" + route,
                                "{'organizationId':'NOBODY',%s}"
                                        .formatted(members("/api/" + route, "nobodys"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /api/labels             | 'label':'OTHER'
                    /api/labels             | 'organizationId':'NOBODY'
                    /api/document-statuses  | 'slug':'other'
                    /api/document-statuses  | 'color':'#'
                    /api/knowledge-features | 'slug':'other'
                    /api/knowledge-features | 'id':'NOBODY'
                    """)
    void what_cannot_be_changed_is_refused(String route, String member) {
        String id = made(other, route, members(route, "kept")).text("id");
        refused(
                service,
                400,
                "invalid-field",
                () -> other.manage("PUT", route + "/" + id, "{%s}".formatted(member)));
        refused(
                service,
                400,
                "unknown-field",
                () -> other.manage("PUT", route + "/" + id, "{'colour':'red'}"));
        other.manage("DELETE", route + "/" + id, "");
    }

    @Test
    void an_intake_takes_features_content_types_and_many_files() {
        TestIntake intake = service.intake();
        String one = made(intake, FEATURES, "'slug':'one','name':'One'").text("id");
        String two = made(intake, FEATURES, "'slug':'two','name':'Two'").text("id");

        Answer set =
                intake.set(
                        ("'allowMultipleFiles':true,'allowedContentTypes':['Application/PDF','image/*',"
                                        + "'application/pdf'],'knowledgeFeatureIds':['%s','%s','%s']")
                                .formatted(two, one, two));

        assertThat(set.status()).as(set.text()).isEqualTo(200);
        for (JsonNode shown :
                List.of(set.json(), intake.manage("GET", "/api/intakes/INTAKE", "").json())) {
            assertThat(texts(shown, "knowledgeFeatureIds")).containsExactly(two, one);
            assertThat(texts(shown, "allowedContentTypes"))
                    .containsExactly("application/pdf", "image/*");
            assertThat(shown.path("allowMultipleFiles").asBoolean(false)).isTrue();
        }
        JsonNode info = intake.get("").json();
        assertThat(info.path("allowMultipleFiles").asBoolean(false)).isTrue();
        assertThat(texts(info, "allowedContentTypes"))
                .containsExactly("application/pdf", "image/*");

        Answer kept = intake.set("'name':'Other'");
        assertThat(texts(kept.json(), "knowledgeFeatureIds")).containsExactly(two, one);
        assertThat(intake.manage("DELETE", FEATURES + "/" + two, "").status()).isEqualTo(204);
        Answer left = intake.manage("GET", "/api/intakes/INTAKE", "");
        assertThat(texts(left.json(), "knowledgeFeatureIds")).containsExactly(one);

        Answer cleared =
                intake.set(
                        "'allowMultipleFiles':false,'allowedContentTypes':[],'knowledgeFeatureIds':[]");
        assertThat(cleared.json().path("allowMultipleFiles").asBoolean(true)).isFalse();
        assertThat(texts(cleared.json(), "allowedContentTypes")).isEmpty();
        assertThat(texts(cleared.json(), "knowledgeFeatureIds")).isEmpty();
    }

    @Test
    void an_intake_has_its_features_from_its_creation_and_with_another_store_too() {
        TestIntake intake = service.intake();
        String feature = made(intake, FEATURES, "'slug':'one','name':'One'").text("id");
        made(intake, "/api/document-stores", "'slug':'second','name':'Second'");
        Answer created =
                intake.manage(
                        "POST",
                        "/api/intakes",
                        "{'slug':'more','name':'More','store':{'ref':'ORG/inbox'},'knowledgeFeatureIds':['%s']}"
                                .formatted(feature));
        assertThat(texts(created.json(), "knowledgeFeatureIds")).containsExactly(feature);

        Answer moved =
                intake.manage(
                        "PUT",
                        "/api/intakes/" + created.text("id"),
                        "{'store':{'ref':'ORG/second'}}");
        assertThat(texts(moved.json(), "knowledgeFeatureIds")).containsExactly(feature);
    }

    private static List<String> texts(JsonNode object, String member) {
        return object.path(member).valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void with_an_organization_its_vocabulary_goes() {
        Answer organization =
                service.management(
                        "POST", "/api/organizations", "{'slug':'passing','name':'Passing'}");
        String id = organization.text("id");
        for (String route : List.of(LABELS, STATUSES, FEATURES)) {
            Answer made =
                    service.management(
                            "POST",
                            route,
                            "{'organizationId':'%s',%s}".formatted(id, members(route, "passing")));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
        }
        assertThat(service.management("DELETE", "/api/organizations/" + id, "").status())
                .isEqualTo(204);
        for (String route : List.of(LABELS, STATUSES, FEATURES)) {
            assertThat(ids(service.management("GET", route + "?organizationId=" + id, "")))
                    .isEmpty();
        }
    }
}
