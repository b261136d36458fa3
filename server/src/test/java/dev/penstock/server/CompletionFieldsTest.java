package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.Way;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// What a caller says of its document means the same whichever way the file comes in.
class CompletionFieldsTest {
    private static final byte[] FILE = "some text\n".getBytes(UTF_8);
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static TestService service;
    private TestIntake intake;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void makeIntake() {
        intake = service.intake();
    }

    private TestFamily made(Way way, String fields) {
        return made(way, "in/a.txt", fields);
    }

    private TestFamily made(Way way, String path, String fields) {
        return TestFamily.made(intake, way.upload(intake, path, "text/plain", FILE, fields));
    }

    private String vocabulary(TestIntake owner, String route, String members) {
        Answer made = owner.manage("POST", route, "{'organizationId':'ORG_ID'," + members + "}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.text("id");
    }

    @ParameterizedTest
    @EnumSource
    void metadata_is_above_the_intakes_and_that_above_extra_fields(Way way) {
        intake.set("'metadata':{'b':'intake','c':'intake','d':'intake'}");
        TestFamily family =
                made(
                        way,
                        "{'extraFields':{'a':'extra','b':'extra','c':'extra'},"
                                + "'metadata':{'c':'caller','e':{'deep':[1,null]}}}");

        assertThat(family.json().path("metadata"))
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        "{\"a\":\"extra\",\"b\":\"intake\",\"c\":\"caller\",\"d\":\"intake\",\"e\":{\"deep\":[1,null]}}"));
        assertThat(family.container().metadata())
                .containsEntry("a", "extra")
                .containsEntry("b", "intake")
                .containsEntry("c", "caller")
                .hasSize(5);
        assertThat(family.got().json()).isEqualTo(family.json());
    }

    @ParameterizedTest
    @EnumSource
    void the_special_keys_never_stay(Way way) {
        String special =
                "{'documentVersion':'x','externalData':{},'labels':'x','statusId':'x','knowledgeFeatures':[],'kept':1}";
        intake.set("'metadata':{'statusId':'x','labels':'y'}");

        TestFamily family =
                made(way, "{'metadata':%s,'extraFields':%s}".formatted(special, special));

        assertThat(family.metadata()).isEqualTo("{'kept':1}");
        assertThat(family.container().metadata()).containsOnlyKeys("kept");
        assertThat(family.json().path("labels").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void labels_are_trimmed_and_upper_cased_and_made_when_new(Way way) {
        String there = vocabulary(intake, "/api/labels", "'name':'there','color':'#112233'");

        TestFamily family = made(way, "{'labels':' new ,There,, NEW , grün'}");

        assertThat(family.texts("labels", "name")).containsExactly("NEW", "THERE", "GRÜN");
        assertThat(family.texts("labels", "label")).containsExactly("NEW", "THERE", "GRÜN");
        assertThat(family.texts("labels", "id").get(1)).isEqualTo(there);
        String listed =
                intake.manage("GET", "/api/labels?organizationId=ORG_ID&limit=1000", "").text();
        assertThat(listed).contains(family.texts("labels", "id"));
        TestFamily next = made(way, "in/b.txt", "{'labels':'grün'}");
        assertThat(next.texts("labels", "id").getFirst())
                .isEqualTo(family.texts("labels", "id").get(2));
    }

    @ParameterizedTest
    @EnumSource
    void a_known_status_is_the_documents(Way way) {
        String id = vocabulary(intake, "/api/document-statuses", "'slug':'new','name':'Neu'");

        TestFamily family = made(way, "{'statusId':'%s'}".formatted(id));

        assertThat(family.json().at("/documentStatus/id").asString()).isEqualTo(id);
        assertThat(family.json().at("/documentStatus/status").asString()).isEqualTo("Neu");
        assertThat(family.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_status_or_one_of_others_is_a_warning(Way way) {
        String others =
                vocabulary(service.intake(), "/api/document-statuses", "'slug':'new','name':'N'");
        for (String id : List.of("new", NOBODY, others)) {
            TestFamily family = made(way, id, "{'statusId':'%s'}".formatted(id));
            assertThat(family.warnings()).containsExactly("unknown-status");
            assertThat(family.json().path("documentStatus").isObject()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowledge_features_are_the_intakes_then_the_callers(Way way) {
        String route = "/api/knowledge-features";
        String first = vocabulary(intake, route, "'slug':'first','name':'1'");
        String second = vocabulary(intake, route, "'slug':'second','name':'2'");
        String third = vocabulary(intake, route, "'slug':'third','name':'3'");
        intake.set("'knowledgeFeatureIds':['%s','%s']".formatted(second, first));
        String list =
                "[{\"id\":\"%s\"},{\"id\":\"%s\"},{\"id\":\"%s\"},{\"id\":\"nope\"},{\"id\":\"nope\"}]"
                        .formatted(third, second, third);
        String asText = "{\"knowledgeFeatures\":\"%s\"}".formatted(list.replace("\"", "\\\""));

        TestFamily family = made(way, "in/array", "{'knowledgeFeatures':%s}".formatted(list));
        TestFamily same = made(way, "in/text", asText);

        assertThat(family.texts("knowledgeFeatures", "id")).containsExactly(second, first, third);
        assertThat(family.texts("knowledgeFeatures", "source"))
                .containsExactly("intake:large-files", "intake:large-files", "upload");
        assertThat(family.warnings()).containsExactly("unknown-knowledge-feature");
        assertThat(same.json().path("knowledgeFeatures"))
                .isEqualTo(family.json().path("knowledgeFeatures"));
    }

    @ParameterizedTest
    @EnumSource
    void malformed_fields_are_refused_and_the_upload_stays(Way way) {
        for (String fields :
                List.of(
                        "{'knowledgeFeatures':'x'}",
                        "{'knowledgeFeatures':{'id':'x'}}",
                        "{'metadata':[1]}",
                        "{'externalData':'x'}",
                        "{'labels':'%s'}".formatted("x".repeat(101)))) {
            Answer answer = way.upload(intake, "in/a.txt", "text/plain", FILE, fields);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.code()).isIn("invalid-field", "invalid-body");
        }
        made(way, "{}");
    }

    @ParameterizedTest
    @EnumSource
    void version_and_file_name_are_the_content_objects(Way way) {
        TestFamily family = made(way, "{'documentVersion':'7','filename':'Rechnung 1.TXT'}");

        assertThat(family.content("NATIVE", "documentVersion").asString()).isEqualTo("7");
        assertThat(family.content("NATIVE", "name").asString()).isEqualTo("Rechnung 1.TXT");
        assertThat(family.content("DOCUMENT", "name").asString()).isEqualTo("Rechnung 1.kddb");
        assertThat(family.content("DOCUMENT", "source/original_filename").asString())
                .isEqualTo("Rechnung 1.TXT");
        assertThat(family.content("DOCUMENT", "source/original_path").asString())
                .isEqualTo("in/a.txt");
    }

    @ParameterizedTest
    @EnumSource
    void the_container_holds_what_was_said(Way way) {
        TestFamily family =
                made(
                        way,
                        "{'externalData':{'order':{'n':7}},'metadata':{'m':'x'},"
                                + "'labels':'urgent','documentVersion':'v7'}");

        assertThat(family.container().externalData().orElseThrow().toString())
                .isEqualTo("{order={n=7}}");
        assertThat(family.container().metadata()).containsEntry("m", "x");
        String bytes = new String(family.bytes("DOCUMENT"), ISO_8859_1);
        assertThat(bytes)
                .contains(
                        "URGENT",
                        "in/a.txt",
                        "text/plain",
                        "v7",
                        family.id(),
                        family.content("NATIVE", "id").asString(),
                        family.content("DOCUMENT", "id").asString())
                .doesNotContain("presigned-uploads", "direct-uploads", intake.token());
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_member_of_a_completion_is_a_warning_and_of_a_form_metadata(Way way) {
        TestFamily family = made(way, "{'customer':'x'}");
        boolean direct = way == Way.DIRECT;
        assertThat(family.warnings()).isEqualTo(direct ? List.of() : List.of("unknown-field"));
        assertThat(family.metadata()).isEqualTo(direct ? "{'customer':'x'}" : "{}");
    }

    @ParameterizedTest
    @EnumSource
    void a_value_that_no_container_can_hold_is_refused(Way way) {
        Answer answer =
                way.upload(
                        intake,
                        "in/a.txt",
                        "text/plain",
                        FILE,
                        "{'metadata':{'n':123456789012345678901234567890}}");
        refused(answer, 400, "invalid-field");
    }
}
