package dev.penstock.contract;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/// Reads a value that only ever is text on the wire; numbers are no times here.
final class TextDeserializer<T> extends StdDeserializer<T> {

    /// How every rule begins, so that it can be told from a message of the library.
    static final String RULE_START = "must be ";

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final transient Function<String, T> parse;

    /// @param rule what is said when it cannot be read, as the end of a sentence: `must be a UUID`
    TextDeserializer(Class<T> type, String rule, Function<String, T> parse) {
        super(type);
        this.rule = rule;
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw refusal(parser);
        }
        try {
            return parse.apply(parser.getString());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal(parser);
        }
    }

    private InvalidFormatException refusal(JsonParser parser) {
        return new InvalidFormatException(parser, rule, "", handledType());
    }
}
