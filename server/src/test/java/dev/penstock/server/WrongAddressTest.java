package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;

import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses, methods, pages and bodies that the management routes do not take.
class WrongAddressTest {
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
    @ValueSource(strings = {"organizations", "document-stores", "intakes", "api-keys"})
    void what_is_not_there_is_not_found(String list) {
        for (String id : new String[] {"NOBODY", "7"}) {
            String path = "/api/%s/%s".formatted(list, id);
            refused(service, 404, "not-found", () -> intake.manage("GET", path, ""));
            refused(service, 404, "not-found", () -> intake.manage("PUT", path, "{'name':'n'}"));
            refused(service, 404, "not-found", () -> intake.manage("DELETE", path, ""));
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
        refused(service, 404, "not-found", () -> intake.manage("GET", path, ""));
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
        refused(service, 405, "method-not-allowed", () -> intake.manage(words[0], words[1], ""));
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
            refused(service, 400, "invalid-parameter", () -> intake.manage("GET", path, ""));
        }
        refused(
                service,
                400,
                "invalid-parameter",
                () -> intake.manage("GET", "/api/document-families?storeId=7", ""));
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
        refused(
                service,
                413,
                "body-too-large",
                () -> intake.manage("POST", "/api/organizations", large));
        String long201 = "{'slug':'ok-slug','name':'%s'}".formatted("n".repeat(201));
        refused(
                service,
                400,
                "invalid-field",
                () -> intake.manage("POST", "/api/organizations", long201));
    }
}
