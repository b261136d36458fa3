package dev.penstock.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;

/// One pass over the tokens of a request, for what its value does not tell: which names were sent,
/// and which of them its type does not have.
final class RequestScan {

    /// Enough to tell; a body of nothing else must not fill an answer.
    static final int MOST_REPORTED = 100;

    private final JsonParser parser;
    private final Set<String> members = new LinkedHashSet<>();
    private final List<String> unknownFields = new ArrayList<>();

    private RequestScan(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws UnreadableJson when a text is no Unicode (half a surrogate pair), which UTF-8 could
    ///   not carry back, or holds U+0000, which a text in PostgreSQL cannot
    static RequestScan of(byte[] json, JavaType type) {
        try (var parser = JsonMappers.REQUESTS.createParser(json)) {
            var scan = new RequestScan(parser);
            parser.nextToken();
            scan.value(Optional.of(type));
            return scan;
        }
    }

    /// The names of the top-level object, in the order sent; none for anything else.
    Set<String> members() {
        return Collections.unmodifiableSet(members);
    }

    /// Where the names are that the type does not have, in the order sent.
    List<String> unknownFields() {
        return List.copyOf(unknownFields);
    }

    /// @param type empty: anything is right from here on
    private void value(Optional<JavaType> type) {
        switch (parser.currentToken()) {
            case START_OBJECT -> members(type.flatMap(RecordShape::of));
            case START_ARRAY -> items(type.filter(JavaType::isCollectionLikeType));
            case VALUE_STRING -> requireText();
            case null, default -> {}
        }
    }

    private void items(Optional<JavaType> list) {
        var item = list.map(JavaType::getContentType);
        for (var token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NULL && item.isPresent()) {
                throw new UnreadableJson(JsonFaults.pointer(parser), "must not be null");
            }
            value(item);
        }
    }

    private void members(Optional<RecordShape> shape) {
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            requireText();
            if (parser.streamReadContext().getNestingDepth() == 1) {
                members.add(name);
            }
            if (shape.isPresent() && !shape.get().has(name)) {
                report();
            }
            var type = memberType(shape, name);
            parser.nextToken();
            value(type);
        }
    }

    private static Optional<JavaType> memberType(Optional<RecordShape> shape, String name) {
        return shape.flatMap(s -> s.member(name));
    }

    private void report() {
        if (unknownFields.size() < MOST_REPORTED) {
            unknownFields.add(UnreadableJson.fieldOf(JsonFaults.pointer(parser)));
        }
    }

    private void requireText() {
        String text = parser.getString();
        if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw refusal("must be Unicode text, not half a surrogate pair");
        }
        if (text.indexOf(0) >= 0) {
            throw refusal("must not hold the character U+0000");
        }
    }

    private UnreadableJson refusal(String reason) {
        return new UnreadableJson(JsonFaults.pointer(parser), reason);
    }
}
