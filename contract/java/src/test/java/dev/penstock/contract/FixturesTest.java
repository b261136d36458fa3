package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fixtures are of the format that `contract/fixtures/README.md` describes, and of the routes
/// and codes that exist.
final class FixturesTest {

    private static final Path FOLDER = Path.of("..", "fixtures").toAbsolutePath().normalize();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Set<String> MATCHERS =
            Set.of(
                    "any",
                    "string",
                    "uuid",
                    "instant",
                    "int",
                    "url",
                    "etag",
                    "object",
                    "contains",
                    "suffix");

    static Stream<String> names() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static JsonNode read(String name) {
        try {
            return JSON.readTree(Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static List<JsonNode> steps(String name) {
        List<JsonNode> steps = new ArrayList<>();
        read(name).path("steps").forEach(steps::add);
        return steps;
    }

    @Test
    void there_are_conversations() throws IOException {
        assertThat(names().count()).isGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @MethodSource("names")
    void members_are_those_of_the_format(String name) {
        assertThat(read(name).propertyNames()).isSubsetOf("about", "before", "steps");
        assertThat(read(name).path("about").asString()).endsWith(".");
        for (var step : steps(name)) {
            assertThat(step.propertyNames()).isSubsetOf("name", "request", "answer", "capture");
            assertThat(step.path("request").propertyNames())
                    .isSubsetOf(
                            "method", "path", "url", "query", "headers", "json", "text", "bytes");
            assertThat(step.path("answer").propertyNames())
                    .isSubsetOf("status", "headers", "json", "bytes", "empty")
                    .contains("status");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void variables_are_set_before_they_are_used(String name) {
        Set<String> known = new HashSet<>(Set.of("baseUrl", "apiKey", "run"));
        read(name)
                .path("before")
                .forEach(before -> steps(before.asString()).forEach(s -> addCaptures(s, known)));
        for (var step : steps(name)) {
            VARIABLE.matcher(step.path("request").toString() + step.path("answer"))
                    .results()
                    .forEach(use -> assertThat(known).as(step.toString()).contains(use.group(1)));
            addCaptures(step, known);
        }
    }

    private static void addCaptures(JsonNode step, Set<String> known) {
        known.addAll(step.path("capture").propertyNames());
    }

    @ParameterizedTest
    @MethodSource("names")
    void matchers_are_known(String name) {
        for (var step : steps(name)) {
            Documents.walk(
                    step.path("answer"),
                    node -> {
                        if (node.isString() && node.asString().startsWith("$")) {
                            var matcher = node.asString().substring(1).split(" ", 2)[0];
                            assertThat(MATCHERS).as(step.toString()).contains(matcher);
                        }
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusals_are_among_those_of_the_route(String name) {
        for (var step : steps(name)) {
            var code = step.at("/answer/json/code").asString("");
            var operation = operation(step);
            if (operation.isMissingNode() || code.isEmpty() || code.startsWith("$")) {
                continue;
            }
            var status = step.at("/answer/status").asString();
            var codes =
                    Documents.resolve(operation.path("responses").path(status))
                            .at(
                                    "/content/application~1problem+json/schema/allOf/1/properties/code/enum");
            assertThat(codes.toString())
                    .as(step.path("name").asString())
                    .contains('"' + code + '"');
        }
    }

    @Test
    void every_upload_route_is_shown() throws IOException {
        var shown = new TreeSet<String>();
        names().flatMap(name -> steps(name).stream())
                .forEach(step -> shown.add(operation(step).path("operationId").asString("")));
        assertThat(shown)
                .contains(
                        "getIntakeInfo",
                        "presignedUploadRequest",
                        "presignedUploadComplete",
                        "multipartUploadRequest",
                        "multipartUploadPartUrls",
                        "multipartUploadComplete",
                        "multipartUploadAbort",
                        "getUpload",
                        "getUploadParts",
                        "documentFamilyContent");
    }

    /// Missing for the storage, and for what is no route of ours.
    private static JsonNode operation(JsonNode step) {
        var path = step.at("/request/path").asString("");
        var method = step.at("/request/method").asString().toLowerCase(Locale.ROOT);
        for (var template : Documents.OPENAPI.path("paths").propertyNames()) {
            var pattern = template.replaceAll("\\{\\w+}", "[^/]+").replace(".", "\\.");
            if (path.matches(pattern)) {
                return Documents.OPENAPI.path("paths").path(template).path(method);
            }
        }
        return Documents.OPENAPI.path("missing");
    }
}
