package dev.penstock.contract;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/// Turns what the JSON library throws into a sentence for a caller. The library's own messages name
/// Java types and may repeat values, so none of them is passed on.
final class JsonFaults {

    private JsonFaults() {}

    static UnreadableJson explain(JacksonException fault) {
        return switch (fault) {
            case MismatchedInputException e -> new UnreadableJson(pointer(e), rule(e));
            case StreamConstraintsException e -> new UnreadableJson("", limit(e));
            default -> new UnreadableJson(pointer(fault), syntax(fault));
        };
    }

    /// Where the parser stands, as a JSON Pointer.
    static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    private static String pointer(JacksonException fault) {
        return fault.getPath().stream().map(JsonFaults::step).collect(Collectors.joining());
    }

    private static String step(JacksonException.Reference reference) {
        var name = reference.getPropertyName();
        return name == null
                ? "/" + reference.getIndex()
                : "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String rule(MismatchedInputException fault) {
        if (fault instanceof InvalidFormatException format
                && fault.getOriginalMessage().startsWith(TextDeserializer.RULE_START)
                && "".equals(format.getValue())) {
            return fault.getOriginalMessage();
        }
        if (fault.getOriginalMessage().startsWith("Trailing token")) {
            return "goes on after the end of its JSON";
        }
        if (isMissing(fault)) {
            return "is required";
        }
        return "must be " + kind(fault.getTargetType());
    }

    private static boolean isMissing(MismatchedInputException fault) {
        var message = fault.getOriginalMessage();
        return message.startsWith("Missing required creator property")
                || message.startsWith("Null value for creator property")
                || message.startsWith("Cannot map `null` into type");
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == int.class || type == long.class || isOptionalNumber(type)) {
            return "a whole number";
        }
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == PartUrlRequest.class) {
            return "a part number or an object with one";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private static boolean isOptionalNumber(Class<?> type) {
        return type == OptionalInt.class || type == OptionalLong.class;
    }

    private static String limit(StreamConstraintsException fault) {
        var message = fault.getOriginalMessage().toLowerCase(Locale.ROOT);
        if (message.contains("nesting")) {
            return "nests deeper than %d levels".formatted(ContractJson.MAX_FIELD_DEPTH);
        }
        return "holds a name, a number or a string that is too long";
    }

    private static String syntax(JacksonException fault) {
        if (fault instanceof InputCoercionException) {
            return "must be a whole number within range";
        }
        var at = fault.getLocation();
        var where =
                at == null
                        ? ""
                        : ", line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return fault.getOriginalMessage().startsWith("Duplicate Object property")
                ? "holds the same name twice in one object" + where
                : "is not JSON" + where;
    }
}
