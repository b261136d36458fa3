package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// The two mappers: one for requests, held to the contract's limits, and one for answers, which
/// wrap what requests brought and so nest a little deeper.
final class JsonMappers {

    /// Bounds one string; the bodies themselves are bounded by whoever reads them.
    static final int MAX_STRING_CHARS = 4 << 20;

    static final JsonMapper REQUESTS = mapper(ContractJson.MAX_FIELD_DEPTH + 1);
    static final JsonMapper ANSWERS = mapper(ContractJson.MAX_FIELD_DEPTH + 16);

    private static final int MAX_NAME_CHARS = 4096;
    private static final int MAX_NUMBER_CHARS = 1000;

    private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private JsonMappers() {}

    private static JsonMapper mapper(int depth) {
        return JsonMapper.builder(
                        JsonFactory.builder()
                                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                .streamReadConstraints(constraints(depth))
                                .build())
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text ->
                                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .annotationIntrospector(new RecordRules())
                .addModule(textTypes())
                .build();
    }

    private static StreamReadConstraints constraints(int depth) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxStringLength(MAX_STRING_CHARS)
                .maxNameLength(MAX_NAME_CHARS)
                .maxNumberLength(MAX_NUMBER_CHARS)
                .build();
    }

    private static SimpleModule textTypes() {
        return new SimpleModule()
                .addDeserializer(
                        Instant.class,
                        new TextDeserializer<>(
                                Instant.class, "must be an ISO-8601 time", JsonMappers::time))
                .addDeserializer(
                        Duration.class,
                        new TextDeserializer<>(
                                Duration.class, "must be an ISO-8601 duration", Duration::parse))
                .addDeserializer(
                        UUID.class,
                        new TextDeserializer<>(
                                UUID.class, "must be a UUID", JsonMappers::canonicalUuid));
    }

    /// [Instant#parse] alone would take years of ten digits, which neither [RFC
    /// 3339](https://www.rfc-editor.org/rfc/rfc3339) nor databases have.
    private static Instant time(String text) {
        var time = Instant.parse(text);
        if (time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME)) {
            throw new IllegalArgumentException("not of four digits");
        }
        return time;
    }

    /// [UUID#fromString] alone would take `1-1-1-1-1` as well.
    private static UUID canonicalUuid(String text) {
        var uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not canonical");
        }
        return uuid;
    }
}
