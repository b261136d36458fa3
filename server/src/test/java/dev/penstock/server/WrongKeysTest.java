package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens, keys and grants: what is refused, and what a key may not do with the grants it has.
class WrongKeysTest {
    private static TestService service;
    private static TestIntake intake;
    private static TestIntake other;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
        intake = service.intake();
        other = service.intake();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String fill(String text) {
        return text.replace("OTHER_ORG_ID", other.organizationId())
                .replace("ORG_ID", intake.organizationId())
                .replace("ORG", intake.organization())
                .replace("OTHER", other.id())
                .replace("INTAKE", intake.id())
                .replace("NOBODY", "00000000-0000-0000-0000-000000000000")
                .replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                            | invalid-field
                    {'name':''}                                   | invalid-field
                    {'name':5}                                    | invalid-field
                    {'name':'n','expiresAt':'2020-01-01T00:00:00Z'} | invalid-field
                    {'name':'n','expiresAt':'tomorrow'}           | invalid-field
                    {'name':'n','expiresAt':5}                    | invalid-field
                    {'name':'n','token':'kit_mine'}               | unknown-field
                    """)
    void a_token_is_refused(String body, String code) {
        refused(
                service,
                400,
                code,
                () -> service.management("POST", fill("/api/intakes/INTAKE/tokens"), body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'name':'n'}                                                                         | invalid-field
                    {'name':'n','grants':[]}                                                             | invalid-field
                    {'name':'n','grants':[{}]}                                                           | invalid-field
                    {'name':'n','grants':[{'organizationId':'ORG_ID','permissions':[]}]}                 | invalid-field
                    {'name':'n','grants':[{'organizationId':'ORG_ID','permissions':['root']}]}           | invalid-field
                    {'name':'n','grants':[{'organizationId':'ORG_ID','permissions':'admin'}]}            | invalid-field
                    {'name':'n','grants':[{'organizationId':'7','permissions':['admin']}]}               | invalid-field
                    {'name':'n','grants':[{'organizationId':'NOBODY','permissions':['admin']}]}          | invalid-field
                    {'name':'','grants':[{'organizationId':'ORG_ID','permissions':['admin']}]}           | invalid-field
                    {'name':'n','expiresAt':'2020-01-01T00:00:00Z','grants':[{'organizationId':'ORG_ID','permissions':['admin']}]} | invalid-field
                    {'name':'n','key':'pak_mine','grants':[{'organizationId':'ORG_ID','permissions':['admin']}]} | unknown-field
                    {'name':'n','grants':[{'organizationId':'ORG_ID','permissions':['admin'],'until':'x'}]} | unknown-field
                    """)
    void a_key_is_refused(String body, String code) {
        refused(service, 400, code, () -> service.management("POST", "/api/api-keys", fill(body)));
    }

    @Test
    void a_deleted_token_is_gone_and_another_intakes_is_not_there() {
        String token =
                service.management("POST", fill("/api/intakes/INTAKE/tokens"), "{'name':'t'}")
                        .text("id");
        String elsewhere = fill("/api/intakes/OTHER/tokens/") + token;
        refused(service, 404, "not-found", () -> service.management("DELETE", elsewhere, ""));
        String here = fill("/api/intakes/INTAKE/tokens/");
        assertThat(service.management("DELETE", here + token, "").status()).isEqualTo(204);
        refused(service, 404, "not-found", () -> service.management("DELETE", here + token, ""));
        refused(service, 404, "not-found", () -> service.management("DELETE", here + "7", ""));
    }

    @Test
    void a_secret_is_shown_once() {
        Answer made =
                service.management("POST", fill("/api/intakes/INTAKE/tokens"), "{'name':'once'}");
        assertThat(made.text("token")).startsWith("kit_").hasSizeGreaterThan(40);
        assertThat(service.management("GET", fill("/api/intakes/INTAKE/tokens"), "").text())
                .doesNotContain("kit_");
        assertThat(service.management("GET", "/api/api-keys?limit=1000", "").text())
                .doesNotContain("pak_");
    }

    /// What a key with one permission in one organization gets elsewhere: its own organization's
    /// routes say 403, another's do not exist.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    intake:read   | POST   | /api/organizations                | {'slug':'ok-slug','name':'n'}                              | 403 | forbidden
                    admin         | POST   | /api/organizations                | {'slug':'ok-slug','name':'n'}                              | 403 | forbidden
                    admin         | DELETE | /api/organizations/ORG_ID         |                                                            | 403 | forbidden
                    intake:read   | PUT    | /api/organizations/ORG_ID         | {'name':'n'}                                               | 403 | forbidden
                    admin         | GET    | /api/organizations/OTHER_ORG_ID   |                                                            | 404 | not-found
                    intake:read   | POST   | /api/document-stores              | {'organizationId':'ORG_ID','slug':'ok-slug','name':'n'}    | 403 | forbidden
                    admin         | POST   | /api/document-stores              | {'organizationId':'OTHER_ORG_ID','slug':'ok-slug','name':'n'} | 400 | invalid-field
                    intake:read   | POST   | /api/intakes                      | {'slug':'ok-slug','name':'n','store':{'ref':'ORG/inbox'}}  | 403 | forbidden
                    intake:create | PUT    | /api/intakes/INTAKE               | {'name':'n'}                                               | 403 | forbidden
                    intake:update | DELETE | /api/intakes/INTAKE               |                                                            | 403 | forbidden
                    intake:delete | GET    | /api/intakes/INTAKE               |                                                            | 403 | forbidden
                    store:upload  | GET    | /api/intakes/INTAKE/uploads       |                                                            | 403 | forbidden
                    store:upload  | GET    | /api/intakes/INTAKE/uploads/NOBODY |                                                           | 403 | forbidden
                    intake:read   | GET    | /api/intakes/INTAKE/uploads/NOBODY |                                                           | 404 | upload-not-found
                    intake:read   | GET    | /api/intakes/INTAKE/uploads/7/parts |                                                          | 404 | not-found
                    store:upload  | GET    | /api/intakes/INTAKE/uploads/NOBODY/parts |                                                     | 403 | forbidden
                    admin         | GET    | /api/intakes/OTHER/uploads/NOBODY |                                                            | 404 | not-found
                    store:upload  | GET    | /api/intakes/INTAKE/tokens        |                                                            | 403 | forbidden
                    intake:read   | POST   | /api/intakes/INTAKE/tokens        | {'name':'n'}                                               | 403 | forbidden
                    admin         | GET    | /api/intakes/OTHER                |                                                            | 404 | not-found
                    admin         | PUT    | /api/intakes/OTHER                | {'name':'n'}                                               | 404 | not-found
                    admin         | DELETE | /api/intakes/OTHER                |                                                            | 404 | not-found
                    admin         | GET    | /api/intakes/OTHER/tokens         |                                                            | 404 | not-found
                    admin         | POST   | /api/intakes/OTHER/tokens         | {'name':'n'}                                               | 404 | not-found
                    admin         | GET    | /api/intakes/OTHER/uploads        |                                                            | 404 | not-found
                    store:read    | POST   | /api/api-keys                     | {'name':'n','grants':[{'organizationId':'ORG_ID','permissions':['admin']}]} | 403 | forbidden
                    admin         | POST   | /api/api-keys                     | {'name':'n','grants':[{'organizationId':'OTHER_ORG_ID','permissions':['admin']}]} | 403 | forbidden
                    admin         | POST   | /api/api-keys                     | {'name':'n','grants':[{'organizationId':'*','permissions':['admin']}]} | 403 | forbidden
                    """)
    void a_key_does_not_go_beyond_its_grants(
            String permission, String method, String path, String body, int status, String code) {
        String key = intake.key(permission);
        refused(
                service,
                status,
                code,
                () ->
                        service.call(
                                method,
                                fill(path),
                                Map.of("x-api-key", key),
                                fill(body == null ? "" : body)));
    }

    @Test
    void documents_are_read_with_store_read_in_their_organization_only() {
        TestUpload upload = intake.begin("secret.bin", 1);
        upload.send(1, new byte[1]);
        String family = "/api/document-families/" + upload.complete("{}").text("id");
        for (String path :
                new String[] {family, family + "/content/NATIVE", family + "/content/DOCUMENT"}) {
            refused(get(path, intake.key("store:upload")), 403, "forbidden");
            refused(get(path, other.key("store:read")), 404, "not-found");
            assertThat(get(path, intake.key("store:read")).status()).isEqualTo(200);
        }
        assertThat(get("/api/document-families", other.key("store:read")).text())
                .doesNotContain("secret.bin");
        refused(service.management("GET", family + "/content/OTHER", ""), 404, "not-found");
    }

    private static Answer get(String path, String key) {
        return service.call("GET", path, Map.of("x-api-key", key), "");
    }

    @Test
    void a_key_that_reaches_further_is_hidden_from_an_organizations_admin() {
        String admin = intake.key("admin");
        Answer mine = get("/api/api-keys?limit=1000", admin);
        assertThat(mine.text())
                .doesNotContain("administrator")
                .doesNotContain(other.organizationId());
        String first =
                service.management("GET", "/api/api-keys?limit=1", "")
                        .json()
                        .at("/content/0/id")
                        .asString();
        refused(get("/api/api-keys/" + first, admin), 404, "not-found");
        refused(
                service,
                404,
                "not-found",
                () ->
                        service.call(
                                "DELETE",
                                "/api/api-keys/" + first,
                                Map.of("x-api-key", admin),
                                ""));
    }
}
