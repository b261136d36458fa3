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

/// What an intake cannot be, at its creation and in a change.
class WrongIntakeTest {
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
                    'allowMultipleFiles':'yes'              | invalid-field
                    'script':'return {}'                    | invalid-field
                    'scriptEnabled':true                    | invalid-field
                    'allowedContentTypes':['pdf']           | invalid-field
                    'allowedContentTypes':['a/b','a/']      | invalid-field
                    'allowedContentTypes':['*/*']           | invalid-field
                    'allowedContentTypes':['a/b;c=d']       | invalid-field
                    'allowedContentTypes':['a/b*']          | invalid-field
                    'allowedContentTypes':[null]            | invalid-field
                    'allowedContentTypes':[5]               | invalid-field
                    'allowedContentTypes':'a/b'             | invalid-field
                    'knowledgeFeatureIds':['NOBODY']        | invalid-field
                    'knowledgeFeatureIds':[null]            | invalid-field
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
        Answer created =
                refused(service, 400, code, () -> intake.manage("POST", "/api/intakes", body));
        assertThat(created.text("detail")).contains(field);
        Answer changed =
                refused(
                        service,
                        400,
                        code,
                        () -> intake.manage("PUT", "/api/intakes/INTAKE", "{" + member + "}"));
        assertThat(changed.text("detail")).contains(field);
    }

    @Test
    void the_empty_defaults_of_what_has_no_effect_yet_are_taken_and_shown() {
        Answer changed = intake.set("'script':null,'scriptEnabled':false");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("scriptEnabled").asBoolean(true)).isFalse();
        assertThat(changed.json().path("script").isNull()).isTrue();
    }

    @Test
    void another_organizations_feature_is_refused_by_its_id() {
        TestIntake other = service.intake();
        String feature =
                other.manage(
                                "POST",
                                "/api/knowledge-features",
                                "{'organizationId':'ORG_ID','slug':'totals','name':'Totals'}")
                        .text("id");
        Answer answer =
                refused(
                        service,
                        400,
                        "invalid-field",
                        () -> intake.set("'knowledgeFeatureIds':['%s']".formatted(feature)));
        assertThat(answer.text("detail")).contains("knowledgeFeatureIds", feature);
    }

    @Test
    void lists_of_more_than_a_hundred_are_refused() {
        String types = "'a/b',".repeat(100) + "'a/b'";
        String ids = "'NOBODY',".repeat(101).replaceFirst(",$", "");
        refused(
                service,
                400,
                "invalid-field",
                () -> intake.set("'allowedContentTypes':[%s]".formatted(types)));
        Answer answer =
                refused(
                        service,
                        400,
                        "invalid-field",
                        () ->
                                intake.manage(
                                        "PUT",
                                        "/api/intakes/INTAKE",
                                        "{'knowledgeFeatureIds':[%s]}".formatted(ids)));
        assertThat(answer.text("detail")).contains("at most 100");
    }

    @Test
    void an_intake_without_a_store_is_refused() {
        for (String body :
                new String[] {
                    "{'slug':'ok-slug','name':'n'}", "{'slug':'ok-slug','name':'n','store':{}}"
                }) {
            refused(
                    service,
                    400,
                    "store-required",
                    () -> intake.manage("POST", "/api/intakes", body));
        }
    }
}
