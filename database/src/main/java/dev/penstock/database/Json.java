package dev.penstock.database;

import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// The JSON columns. What a JSON reader with big decimals made of a caller's document comes back
/// equal: integers as `Integer`, `Long` or `BigInteger`, everything else as `BigDecimal` of the
/// same scale, keys in their order, any text.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(ownTexts())
                                    // any Java text survives, half a surrogate pair too
                                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(BigDecimal.class, new ScaleKeepingSerializer()))
                    .build();

    private Json() {}

    /// A stored format: a record whose first component says which version of the format it is.
    interface Versioned {
        int v();
    }

    static String write(Versioned value) {
        return MAPPER.writeValueAsString(value);
    }

    /// @throws DatabaseException for a version that is not known here, or no JSON
    static <T extends Versioned> T read(String text, Class<T> format) {
        try {
            T value = MAPPER.readValue(text, format);
            if (value.v() != 1) {
                throw new DatabaseException(
                        "the database holds version %d of %s: a newer Penstock wrote it"
                                .formatted(value.v(), format.getSimpleName()));
            }
            return value;
        } catch (JacksonException e) {
            throw new DatabaseException(
                    "the database holds a %s that cannot be read".formatted(format.getSimpleName()),
                    e);
        }
    }

    /// What was taken from a caller within the server's limits is read back without any.
    private static StreamReadConstraints ownTexts() {
        return StreamReadConstraints.builder()
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build();
    }

    /// Writes a decimal so that it is read as one again: `1` would come back an integer.
    private static final class ScaleKeepingSerializer extends StdSerializer<BigDecimal> {
        ScaleKeepingSerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.scale() == 0 ? value + "e0" : value.toString());
        }
    }
}
