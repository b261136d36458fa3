package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may not come in: wrong secrets, wrong places, doors that are switched off.
class WrongAccessTest {
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

    private static Answer get(String path, String header, String secret) {
        return service.call("GET", path, Map.of(header, secret), "");
    }

    @ParameterizedTest
    @CsvSource({
        "x-api-key, kit_unknown",
        "x-api-key, pak_unknown",
        "x-api-key, nonsense",
        "x-api-key, ' '",
        "x-access-token, kit_unknown",
        "Authorization, Bearer kit_unknown",
        "Authorization, Bearer",
        "Authorization, Basic a2l0OmtpdA==",
        "x-unrelated, kit_unknown"
    })
    void a_secret_that_is_missing_or_unknown_is_401_everywhere(String header, String secret) {
        for (String path : new String[] {intake.path(), "/api/intakes", "/api/document-families"}) {
            Answer answer =
                    refused(service, 401, "unauthenticated", () -> get(path, header, secret));
            assertThat(answer.header("www-authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void all_three_headers_let_a_token_in_and_x_api_key_wins() {
        assertThat(get(intake.path(), "x-api-key", intake.token()).status()).isEqualTo(200);
        assertThat(get(intake.path(), "x-access-token", intake.token()).status()).isEqualTo(200);
        assertThat(get(intake.path(), "Authorization", "Bearer " + intake.token()).status())
                .isEqualTo(200);
        Answer answer =
                service.call(
                        "GET",
                        intake.path(),
                        Map.of("x-api-key", "kit_x", "Authorization", "Bearer " + intake.token()),
                        "");
        refused(answer, 401, "unauthenticated");
    }

    @Test
    void a_deleted_token_and_a_deleted_key_open_nothing() {
        String tokens = "/api/intakes/%s/tokens".formatted(intake.id());
        Answer token = service.management("POST", tokens, "{'name':'short'}");
        assertThat(get(intake.path(), "x-api-key", token.text("token")).status()).isEqualTo(200);
        service.management("DELETE", tokens + "/" + token.text("id"), "");
        refused(get(intake.path(), "x-api-key", token.text("token")), 401, "unauthenticated");
        Answer key = key(intake.organizationId(), "'store:upload'", "");
        assertThat(get(intake.path(), "x-api-key", key.text("key")).status()).isEqualTo(200);
        service.management("DELETE", "/api/api-keys/" + key.text("id"), "");
        refused(get(intake.path(), "x-api-key", key.text("key")), 401, "unauthenticated");
    }

    @Test
    void an_expired_token_and_an_expired_key_open_nothing() {
        try (var own = TestService.temporary()) {
            TestIntake i = own.intake();
            String until = own.clock().instant().plusSeconds(60).toString();
            String token =
                    own.management(
                                    "POST",
                                    "/api/intakes/%s/tokens".formatted(i.id()),
                                    "{'name':'n','expiresAt':'%s'}".formatted(until))
                            .text("token");
            String key =
                    own.management(
                                    "POST",
                                    "/api/api-keys",
                                    "{'name':'n','expiresAt':'%s','grants':[{'organizationId':'*','permissions':['admin']}]}"
                                            .formatted(until))
                            .text("key");
            for (String secret : new String[] {token, key}) {
                assertThat(own.call("GET", i.path(), Map.of("x-api-key", secret), "").status())
                        .isEqualTo(200);
            }
            own.clock().advance(Duration.ofSeconds(61));
            for (String secret : new String[] {token, key}) {
                refused(
                        own.call("GET", i.path(), Map.of("x-api-key", secret), ""),
                        401,
                        "unauthenticated");
            }
        }
    }

    private static Answer key(String organization, String permissions, String more) {
        return service.management(
                "POST",
                "/api/api-keys",
                "{'name':'key','grants':[{'organizationId':'%s','permissions':[%s]}]%s}"
                        .formatted(organization, permissions, more));
    }

    @Test
    void a_token_learns_nothing_of_other_intakes() {
        TestIntake other = service.intake();
        Answer existing = get(other.path(), "x-api-key", intake.token());
        Answer missing = get("/api/intake/nowhere/large-files", "x-api-key", intake.token());
        Answer odd = get("/api/intake/NO/x", "x-api-key", intake.token());
        refused(existing, 403, "token-out-of-scope");
        refused(missing, 403, "token-out-of-scope");
        refused(odd, 403, "token-out-of-scope");
        assertThat(existing.text("detail")).isEqualTo(missing.text("detail"));
        refused(
                service,
                403,
                "token-out-of-scope",
                () ->
                        service.call(
                                "POST",
                                other.path() + "/multipart-upload-request?path=a&contentType=a/b",
                                Map.of("x-api-key", intake.token()),
                                ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "organizations",
                "document-stores",
                "intakes",
                "api-keys",
                "document-families"
            })
    void a_token_opens_no_management_route(String list) {
        refused(get("/api/" + list, "x-api-key", intake.token()), 403, "token-out-of-scope");
        String one = "/api/%s/%s".formatted(list, intake.id());
        refused(get(one, "x-api-key", intake.token()), 403, "token-out-of-scope");
    }

    @Test
    void an_intake_that_is_not_there_is_told_to_keys() {
        String nowhere = "/api/intake/%s/nowhere".formatted(intake.organization());
        refused(get(nowhere, "x-api-key", TestService.ADMIN), 404, "intake-not-found");
        refused(service.call("GET", nowhere, Map.of(), ""), 401, "unauthenticated");
    }

    @Test
    void a_key_uploads_only_with_the_permission_and_only_in_its_organization() {
        String reader = key(intake.organizationId(), "'store:read','intake:read'", "").text("key");
        refused(get(intake.path(), "x-api-key", reader), 403, "forbidden");
        TestUpload upload = intake.begin("k.bin", 1);
        refused(
                get(intake.path() + "/uploads/" + upload.id(), "x-api-key", reader),
                403,
                "forbidden");
        refused(
                get(intake.path() + "/uploads/" + upload.id() + "/parts", "x-api-key", reader),
                403,
                "forbidden");
        String stranger = key(service.intake().organizationId(), "'store:upload'", "").text("key");
        refused(get(intake.path(), "x-api-key", stranger), 404, "intake-not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "presigned-upload-request",
                "presigned-upload-complete",
                "multipart-upload-request",
                "multipart-upload-part-urls",
                "multipart-upload-complete",
                "multipart-upload-abort"
            })
    void the_six_routes_are_closed_while_large_uploads_are_off_or_the_intake_is_inactive(
            String route) {
        TestIntake own = service.intake();
        TestUpload upload = own.begin("open.bin", 1);
        String[] query = {
            "path",
            "o.bin",
            "contentType",
            "a/b",
            "contentLength",
            "1",
            "uploadId",
            upload.id(),
            "s3Key",
            upload.key()
        };
        own.set("'largeUploadEnabled':false");
        refused(service, 403, "large-uploads-disabled", () -> own.post("/" + route, "[1]", query));
        own.set("'largeUploadEnabled':true,'active':false");
        refused(service, 400, "intake-inactive", () -> own.post("/" + route, "[1]", query));
        assertThat(own.get("").json().path("active").asBoolean()).isFalse();
        assertThat(upload.status().text("state")).isEqualTo("receiving");
    }

    @Test
    void a_new_intake_is_inactive_and_takes_no_large_uploads() {
        TestIntake fresh = service.intake("'description':'new'");
        Answer info = fresh.get("");
        assertThat(info.json().path("active").asBoolean()).isFalse();
        assertThat(info.json().path("largeUploadEnabled").asBoolean()).isFalse();
        refused(service, 403, "large-uploads-disabled", () -> fresh.request("a.bin", 1));
    }

    @Test
    void the_tokens_of_a_deleted_intake_die_with_it() {
        TestIntake gone = service.intake();
        service.management("DELETE", "/api/intakes/" + gone.id(), "");
        refused(get(gone.path(), "x-api-key", gone.token()), 401, "unauthenticated");
    }
}
