package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestForm;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Document families that are changed, and what deleting labels and statuses means to them.
class FamilyChangeTest {
    private static TestService service;
    private TestIntake intake;
    private TestFamily family;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void makeFamily() {
        intake = service.intake();
        family =
                TestFamily.made(
                        intake,
                        TestForm.of("a.txt", "text\n".getBytes(UTF_8))
                                .field("metadata", "{'a':1,'x':1.50}")
                                .field("labels", "first,second")
                                .send(intake));
    }

    private Answer put(String body) {
        return service.management("PUT", family.route(), body);
    }

    private TestFamily changed(String body) {
        Answer answer = put(body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(family.got().json()).isEqualTo(answer.json());
        return new TestFamily(service, answer.json());
    }

    private String status(String slug) {
        return intake.manage(
                        "POST",
                        "/api/document-statuses",
                        "{'organizationId':'ORG_ID','slug':'%s','name':'S'}".formatted(slug))
                .text("id");
    }

    @Test
    void as_get_gave_it_nothing_is_other_than_its_sequence() {
        TestFamily same = changed(family.got().text());
        assertThat(same.metadata()).isEqualTo(family.metadata());
        assertThat(same.json().path("labels")).isEqualTo(family.json().path("labels"));
        assertThat(same.json().path("contentObjects"))
                .isEqualTo(family.json().path("contentObjects"));
        assertThat(same.json().path("changeSequence").asInt()).isEqualTo(1);
    }

    @Test
    void metadata_is_replaced_and_its_special_keys_are_stripped() {
        TestFamily after = changed("{'metadata':{'b':[null,{}],'labels':'x','statusId':'y'}}");
        assertThat(after.metadata()).isEqualTo("{'b':[null,{}]}");
        assertThat(after.texts("labels", "name")).containsExactly("FIRST", "SECOND");
        assertThat(after.container().metadata()).as("as it was made").containsEntry("a", 1);
    }

    @Test
    void labels_are_replaced_and_made_when_new() {
        TestFamily after = changed("{'labels':[{'name':'second'},{'name':' Grün '}]}");
        assertThat(after.texts("labels", "name")).containsExactly("SECOND", "GRÜN");
        assertThat(after.texts("labels", "id").getFirst())
                .isEqualTo(family.texts("labels", "id").get(1));
        assertThat(after.json().path("metadata")).isEqualTo(family.json().path("metadata"));
        assertThat(changed("{'labels':[]}").json().path("labels").isEmpty()).isTrue();
    }

    @Test
    void a_status_is_set_and_taken_off() {
        String id = status("new");
        TestFamily after = changed("{'documentStatus':{'id':'%s'}}".formatted(id));
        assertThat(after.json().at("/documentStatus/slug").asString()).isEqualTo("new");
        TestFamily none = changed("{'documentStatus':null}");
        assertThat(none.json().path("documentStatus").isObject()).isFalse();
    }

    @Test
    void a_stale_sequence_is_refused() {
        changed("{'metadata':{'n':1},'changeSequence':0}");
        refused(
                service,
                409,
                "stale-change-sequence",
                () -> put("{'metadata':{'n':2},'changeSequence':0}"));
        changed("{'metadata':{'n':2}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'path':'b.txt'}|invalid-field",
                "{'size':6}|invalid-field",
                "{'id':'x'}|invalid-field",
                "{'contentObjects':[]}|invalid-field",
                "{'locked':true}|invalid-field",
                "{'documentStatus':{'id':'00000000-0000-0000-0000-000000000000'}}|invalid-field",
                "{'documentStatus':{'id':'new'}}|invalid-field",
                "{'documentStatus':'new'}|invalid-field",
                "{'metadata':null}|invalid-field",
                "{'metadata':[]}|invalid-field",
                "{'labels':null}|invalid-field",
                "{'labels':'x'}|invalid-field",
                "{'labels':[{'name':''}]}|invalid-field",
                "{'labels':[{'id':'x'}]}|invalid-field",
                "{'changeSequence':'0'}|invalid-field",
                "{'changeSequence':1.5}|invalid-field",
                "{'other':1}|unknown-field",
                "[]|invalid-body"
            })
    void a_wrong_change_changes_nothing(String body, String code) {
        refused(service, 400, code, () -> put(body));
    }

    @Test
    void a_status_of_another_organization_is_unknown() {
        TestIntake other = service.intake();
        String id =
                other.manage(
                                "POST",
                                "/api/document-statuses",
                                "{'organizationId':'ORG_ID','slug':'new','name':'S'}")
                        .text("id");
        refused(
                service,
                400,
                "invalid-field",
                () -> put("{'documentStatus':{'id':'%s'}}".formatted(id)));
    }

    @Test
    void it_needs_the_permission() {
        var headers = Map.of("x-api-key", intake.key("store:read"));
        refused(
                service,
                403,
                "forbidden",
                () -> service.call("PUT", family.route(), headers, "{}"));
        refused(
                service,
                403,
                "forbidden",
                () -> service.call("DELETE", family.route(), headers, ""));
        assertThat(service.call("GET", family.route(), headers, "").status()).isEqualTo(200);
    }

    @Test
    void deleting_a_label_takes_it_off() {
        String first = family.texts("labels", "id").getFirst();
        assertThat(service.management("DELETE", "/api/labels/" + first, "").status())
                .isEqualTo(204);
        TestFamily after = new TestFamily(service, family.got().json());
        assertThat(after.texts("labels", "name")).isEqualTo(List.of("SECOND"));
    }

    @Test
    void a_status_in_use_stays() {
        String id = status("used");
        changed("{'documentStatus':{'id':'%s'}}".formatted(id));
        String route = "/api/document-statuses/" + id;
        refused(service, 409, "in-use", () -> service.management("DELETE", route, ""));
        assertThat(service.management("DELETE", family.route(), "").status()).isEqualTo(204);
        assertThat(service.management("DELETE", route, "").status()).isEqualTo(204);
    }
}
