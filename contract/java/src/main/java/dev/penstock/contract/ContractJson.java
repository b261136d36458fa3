package dev.penstock.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/// How the records of this package become JSON and back.
///
/// Both ways: UTF-8; times are ISO-8601 UTC with `Z`, durations ISO-8601, ids UUIDs in text; what
/// an [Optional] does not hold is left out. Numbers of free objects (`metadata`) are kept as they
/// came, however large or precise. A name that comes twice in one object, a number in quotes, a
/// fraction where a whole number belongs: refused.
///
/// Answers are read with [#read] and [#readPage], which pass over what they do not know. Requests
/// are read with [#readRequest], [#readCompletion] and [#readPartUrlRequests], which report it.
public final class ContractJson {

    /// How deep the value of a field may nest.
    public static final int MAX_FIELD_DEPTH = 64;

    private static final JsonBody<CompletionBody> NO_COMPLETION =
            new JsonBody<>(CompletionBody.empty(), Set.of(), List.of());

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
            new TypeReference<>() {};
    private static final TypeReference<List<@Nullable Object>> ARRAY = new TypeReference<>() {};

    private ContractJson() {}

    /// Reads an answer, ignoring unknown members.
    ///
    /// @throws UnreadableJson when it is not of this type
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return JsonMappers.ANSWERS.readerFor(type).readValue(json);
        } catch (JacksonException e) {
            throw JsonFaults.explain(e);
        }
    }

    /// Reads a page of a list, ignoring unknown members.
    ///
    /// @throws UnreadableJson when it is no page of this type
    public static <T> Page<T> readPage(byte[] json, Class<T> item) {
        var types = JsonMappers.ANSWERS.getTypeFactory();
        try {
            return JsonMappers.ANSWERS
                    .readerFor(types.constructParametricType(Page.class, item))
                    .readValue(json);
        } catch (JacksonException e) {
            throw JsonFaults.explain(e);
        }
    }

    /// Reads a free object, like stored metadata.
    ///
    /// @throws UnreadableJson when it is no object
    public static Map<String, @Nullable Object> readObject(String json) {
        try {
            return present(JsonMappers.ANSWERS.readValue(json, OBJECT), "an object");
        } catch (JacksonException e) {
            throw JsonFaults.explain(e);
        }
    }

    /// Reads a free array, like a list that a caller wrote into a text.
    ///
    /// @throws UnreadableJson when it is no array
    public static List<@Nullable Object> readArray(String json) {
        try {
            return present(JsonMappers.ANSWERS.readValue(json, ARRAY), "an array");
        } catch (JacksonException e) {
            throw JsonFaults.explain(e);
        }
    }

    /// The library takes `null` for any type.
    private static <T> T present(@Nullable T value, String kind) {
        if (value == null) {
            throw new UnreadableJson("", "must be " + kind);
        }
        return value;
    }

    /// Reads the body of a management route.
    ///
    /// @throws UnreadableJson when it is not of this type
    public static <T> JsonBody<T> readRequest(byte[] json, Class<T> type) {
        return RequestReader.read(json, JsonMappers.REQUESTS.constructType(type));
    }

    /// Reads the body of a completion: an object, a bare array of parts, or nothing at all.
    ///
    /// @throws UnreadableJson when it is none of these
    public static JsonBody<CompletionBody> readCompletion(byte[] json) {
        if (json.length == 0) {
            return NO_COMPLETION;
        }
        if (!RequestReader.isArray(json)) {
            return readRequest(json, CompletionBody.class);
        }
        var list = RequestReader.readList(json, CompletedPart.class);
        var body = new CompletionBodyBuilder().parts(list.value()).build();
        return new JsonBody<>(body, Set.of("parts"), list.unknownFields());
    }

    /// Reads the body of a call for part URLs: an array of part numbers, of [PartUrlRequest]
    /// objects, or of both.
    ///
    /// @throws UnreadableJson when it is no such array
    public static JsonBody<List<PartUrlRequest>> readPartUrlRequests(byte[] json) {
        return RequestReader.readList(json, PartUrlRequest.class);
    }

    /// Writes a request or an answer as UTF-8.
    public static byte[] write(Object value) {
        return JsonMappers.ANSWERS.writeValueAsBytes(value);
    }

    /// Writes a request, an answer or a free object as text.
    public static String writeText(Object value) {
        return JsonMappers.ANSWERS.writeValueAsString(value);
    }
}
