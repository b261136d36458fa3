package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OpenApiDocumentTest {

    /// Which record stands for which schema; the two have the same members.
    private static final Map<String, Class<?>> RECORDS =
            Map.ofEntries(
                    Map.entry("IntakeInfo", IntakeInfo.class),
                    Map.entry("PresignedUploadResponse", PresignedUploadResponse.class),
                    Map.entry("MultipartUploadResponse", MultipartUploadResponse.class),
                    Map.entry("PartUrlRequest", PartUrlRequest.class),
                    Map.entry("PartUrls", PartUrls.class),
                    Map.entry("PartUrl", PartUrl.class),
                    Map.entry("UploadStatus", UploadStatus.class),
                    Map.entry("UploadHistory", UploadHistoryJson.class),
                    Map.entry("UploadStep", UploadStepJson.class),
                    Map.entry("IntakeActivity", IntakeActivityJson.class),
                    Map.entry("UploadProblem", IntakeActivityJson.UploadProblem.class),
                    Map.entry("DocumentContainer", DocumentContainerJson.class),
                    Map.entry("StoredParts", StoredParts.class),
                    Map.entry("StoredPart", StoredPartJson.class),
                    Map.entry("DocumentFamily", DocumentFamilyJson.class),
                    Map.entry("DocumentStatus", StatusJson.class),
                    Map.entry("Label", LabelJson.class),
                    Map.entry("KnowledgeFeature", KnowledgeFeatureJson.class),
                    Map.entry("Warning", WarningJson.class),
                    Map.entry("ContentObject", ContentObjectJson.class),
                    Map.entry("ContentUrl", ContentUrl.class),
                    Map.entry("OrganizationCreate", OrganizationCreate.class),
                    Map.entry("OrganizationChange", OrganizationChange.class),
                    Map.entry("Organization", OrganizationJson.class),
                    Map.entry("DocumentStoreCreate", DocumentStoreCreate.class),
                    Map.entry("DocumentStoreChange", DocumentStoreChange.class),
                    Map.entry("DocumentStore", DocumentStoreJson.class),
                    Map.entry("LabelCreate", LabelCreate.class),
                    Map.entry("LabelChange", LabelChange.class),
                    Map.entry("OrganizationLabel", OrganizationLabelJson.class),
                    Map.entry("DocumentStatusCreate", DocumentStatusCreate.class),
                    Map.entry("DocumentStatusChange", DocumentStatusChange.class),
                    Map.entry("OrganizationStatus", OrganizationStatusJson.class),
                    Map.entry("KnowledgeFeatureCreate", KnowledgeFeatureCreate.class),
                    Map.entry("KnowledgeFeatureChange", KnowledgeFeatureChange.class),
                    Map.entry("OrganizationFeature", OrganizationFeatureJson.class),
                    Map.entry("StoreReference", StoreReference.class),
                    Map.entry("IntakeCreate", IntakeCreate.class),
                    Map.entry("IntakeChange", IntakeChange.class),
                    Map.entry("Intake", IntakeJson.class),
                    Map.entry("IntakeTokenCreate", IntakeTokenCreate.class),
                    Map.entry("CreatedIntakeToken", IntakeTokenJson.class),
                    Map.entry("Grant", GrantJson.class),
                    Map.entry("ApiKeyCreate", ApiKeyCreate.class),
                    Map.entry("ApiKeyChange", ApiKeyChange.class),
                    Map.entry("CreatedApiKey", ApiKeyJson.class));

    @Test
    void every_reference_points_at_something() {
        List<String> references = new ArrayList<>();
        Documents.walk(
                Documents.OPENAPI,
                node -> {
                    if (node.path("$ref").isString()) {
                        references.add(node.path("$ref").asString());
                    }
                });
        assertThat(references).hasSizeGreaterThan(300);
        for (var reference : references) {
            assertThat(reference).startsWith("#/components/");
            assertThat(Documents.OPENAPI.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void every_component_is_used() {
        var used = new TreeSet<String>();
        Documents.walk(Documents.OPENAPI, node -> used.add(node.path("$ref").asString("")));
        Documents.OPENAPI
                .path("components")
                .forEachEntry((kind, components) -> {
                    if (!kind.equals("securitySchemes")) {
                        components
                                .propertyNames()
                                .forEach(name ->
                                        assertThat(used)
                                                .contains("#/components/" + kind + "/" + name));
                    }
                });
    }

    @Test
    void operations_have_names_of_their_own() {
        var names =
                Documents.operations().stream().map(o -> o.path("operationId").asString()).toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(names).allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void every_guarded_operation_may_answer_401_403_and_500() {
        for (var operation : Documents.operations()) {
            if (!operation.has("security")) {
                assertThat(operation.path("responses").propertyNames())
                        .as(operation.path("operationId").asString())
                        .contains("401", "403", "500");
            }
        }
    }

    @Test
    void answers_are_closed() {
        for (var operation : Documents.operations()) {
            operation
                    .path("responses")
                    .forEach(response -> {
                        var schema =
                                Documents.resolve(response).at("/content/application~1json/schema");
                        if (!schema.isMissingNode()) {
                            requireClosed(Documents.resolve(schema));
                        }
                    });
        }
    }

    private static void requireClosed(JsonNode schema) {
        if (schema.has("oneOf")) {
            schema.path("oneOf").forEach(each -> requireClosed(Documents.resolve(each)));
        } else if (schema.path("type").asString("").equals("array")) {
            requireClosed(Documents.resolve(schema.path("items")));
        } else {
            assertThat(schema.path("additionalProperties").asBoolean(true))
                    .as(schema.toString())
                    .isFalse();
        }
    }

    @Test
    void records_and_schemas_have_the_same_members() {
        RECORDS.forEach((name, type) -> {
            var schema = Documents.OPENAPI.at("/components/schemas/" + name);
            var members =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList();
            Set<String> expected = new TreeSet<>(members);
            if (name.equals("CreatedIntakeToken")) {
                expected.remove("lastUsedOn");
            }
            assertThat(new TreeSet<>(schema.path("properties").propertyNames()))
                    .as(name)
                    .isEqualTo(expected);
        });
    }

    @Test
    void examples_fit_their_schemas() {
        Map<String, String> seen = new HashMap<>();
        Documents.walk(
                Documents.OPENAPI,
                node -> {
                    var name = node.at("/schema/$ref").asString("");
                    if (node.has("example") && !name.isEmpty()) {
                        seen.put(name + node.path("example"), validate(name, node.path("example")));
                    }
                });
        assertThat(seen).hasSizeGreaterThanOrEqualTo(15);
        assertThat(seen.values()).containsOnly("");
    }

    @Test
    void what_does_not_fit_a_schema_is_seen() {
        var warning = "#/components/schemas/Warning";
        var json = new JsonMapper();
        assertThat(
                        validate(
                                warning,
                                json.readTree("{\"code\":\"unknown-field\",\"detail\":\"d\"}")))
                .isEmpty();
        assertThat(validate(warning, json.readTree("{\"code\":\"other\",\"detail\":\"d\"}")))
                .contains("code");
        assertThat(
                        validate(
                                warning,
                                json.readTree(
                                        "{\"code\":\"unknown-field\",\"detail\":\"d\",\"x\":1}")))
                .contains("x");
    }

    private static String validate(String reference, JsonNode value) {
        var registry =
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder ->
                                builder.schemas(
                                        Map.of("urn:openapi", Documents.OPENAPI.toString())));
        var errors =
                registry.getSchema(SchemaLocation.of("urn:openapi" + reference))
                        .validate(value.toString(), InputFormat.JSON);
        return errors.isEmpty() ? "" : reference + ": " + errors;
    }
}
