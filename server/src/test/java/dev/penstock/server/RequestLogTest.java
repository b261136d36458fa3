package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.ChildServer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The log of a whole process over a whole scenario, at the finest level: a line a request, and no
/// secret anywhere.
class RequestLogTest {
    @TempDir Path folder;

    @Test
    void a_request_is_one_line_with_its_id_and_no_line_has_a_secret() throws Exception {
        List<Answer> answers = new ArrayList<>();
        List<String> secrets = new ArrayList<>(List.of(TestService.ADMIN, "X-Amz-", "Signature"));
        var child = ChildServer.start(folder, Map.of("PENSTOCK_LOG_LEVEL", "trace"));
        try (var service = TestService.of(child)) {
            TestIntake intake = service.intake();
            secrets.add(intake.token());
            TestUpload upload = intake.begin("scan.bin", 5, "checksumAlgorithm", "MD5");
            answers.add(upload.answer());
            answers.add(upload.urls("[{'partNumber':1,'checksum':'no base64 of secret-sum'}]"));
            answers.add(upload.urls("not json of secret-body"));
            upload.send(
                    "[{'partNumber':1,'size':5,'checksum':'" + md5(new byte[5]) + "'}]",
                    new byte[5]);
            answers.add(upload.complete("{'metadata':{'note':'secret-note'}}"));
            answers.add(
                    service.call("GET", "/api/intakes", Map.of("x-api-key", "kit_bad-secret"), ""));
            answers.add(service.call("GET", "/api/secret-nowhere?q=secret-query", Map.of(), ""));
            String family = answers.get(3).text("id");
            answers.add(
                    service.management(
                            "GET",
                            "/api/document-families/%s/content/NATIVE".formatted(family),
                            ""));
            secrets.add(answers.getLast().text("url"));
        }
        secrets.addAll(List.of("kit_", "pak_", "secret-"));
        try (Stream<String> kept = Files.lines(folder.resolve("embedded-keys.properties"))) {
            kept.filter(line -> line.contains("-key="))
                    .forEach(line -> secrets.add(line.substring(line.indexOf('=') + 1)));
        }
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(10);
        String log = child.log();
        assertThat(secrets).allSatisfy(secret -> assertThat(log).doesNotContain(secret));
        answers.forEach(answer -> assertOneLine(log, answer));
    }

    private static String md5(byte[] bytes) throws Exception {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    }

    private static void assertOneLine(String log, Answer answer) {
        String id = answer.header("x-request-id");
        assertThat(id).hasSize(36);
        List<JsonNode> lines =
                log.lines()
                        .filter(line -> line.contains(id))
                        .map(line -> new JsonMapper().readTree(line))
                        .filter(line ->
                                line.path("loggerName").asString().equals("penstock.request"))
                        .toList();
        assertThat(lines).as("lines of %s in %s", id, log).hasSize(1);
        assertThat(lines.getFirst().path("kvpList").findValuesAsString("status"))
                .containsExactly(Integer.toString(answer.status()));
    }
}
