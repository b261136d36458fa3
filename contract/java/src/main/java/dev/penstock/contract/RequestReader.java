package dev.penstock.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;

/// Reads a request twice: once for its names ([RequestScan]), once for its value.
final class RequestReader {

    private RequestReader() {}

    static <T> JsonBody<T> read(byte[] json, JavaType type) {
        try {
            var scan = RequestScan.of(json, type);
            @Nullable T value = JsonMappers.REQUESTS.readerFor(type).readValue(json);
            if (value == null) {
                throw new UnreadableJson("", "must not be null");
            }
            return new JsonBody<>(value, scan.members(), scan.unknownFields());
        } catch (JacksonException e) {
            throw JsonFaults.explain(e);
        }
    }

    static <T> JsonBody<List<T>> readList(byte[] json, Class<T> item) {
        var types = JsonMappers.REQUESTS.getTypeFactory();
        return read(json, types.constructCollectionType(List.class, item));
    }

    static boolean isArray(byte[] json) {
        try (var parser = JsonMappers.REQUESTS.createParser(json)) {
            return parser.nextToken() == JsonToken.START_ARRAY;
        } catch (JacksonException e) {
            throw JsonFaults.explain(e);
        }
    }
}
