package dev.penstock.kddb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One walk over one value, which stops at the first thing that cannot be written.
final class ValueCheck {
    private static final int SHOWN_KEY = 40;
    private static final int SHOWN_KEYS = 8;
    private static final int HEADER = 5;
    private static final int NUMBER = 9;

    private final Deque<Object> place = new ArrayDeque<>();
    private int values;
    private long bytes;

    Optional<String> problem(Map<?, ?> value) {
        return Optional.ofNullable(map(value)).map(why -> shownPlace() + why);
    }

    private @Nullable String any(@Nullable Object value) {
        values++;
        if (values > ContainerLimits.VALUES) {
            return String.format(
                    Locale.ROOT, "is one of more than %,d values", ContainerLimits.VALUES);
        }
        String problem = ofType(value);
        if (problem == null && bytes > ContainerLimits.VALUE_BYTES) {
            return "is beyond the %d MiB that one value may have"
                    .formatted(ContainerLimits.VALUE_BYTES >> 20);
        }
        return problem;
    }

    private @Nullable String ofType(@Nullable Object value) {
        bytes += NUMBER;
        return switch (value) {
            case null -> null;
            case Boolean flag -> null;
            case String text -> text(text);
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case Byte number -> null;
            case Short number -> null;
            case Integer number -> null;
            case Long number -> null;
            case BigInteger number -> integer(number);
            case Float number -> finite(number);
            case Double number -> finite(number);
            case BigDecimal number -> decimal(number);
            default -> "is of a type that JSON does not have";
        };
    }

    private @Nullable String map(Map<?, ?> map) {
        if (place.size() >= ContainerLimits.LEVELS) {
            return tooDeep();
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                return "has a key that is no text";
            }
            place.addLast(key);
            String problem = text(key);
            problem = problem == null ? any(entry.getValue()) : problem;
            if (problem != null) {
                return problem;
            }
            place.removeLast();
        }
        return null;
    }

    private @Nullable String list(List<?> list) {
        if (place.size() >= ContainerLimits.LEVELS) {
            return tooDeep();
        }
        int index = 0;
        for (Iterator<?> items = list.iterator(); items.hasNext(); index++) {
            place.addLast(index);
            String problem = any(items.next());
            if (problem != null) {
                return problem;
            }
            place.removeLast();
        }
        return null;
    }

    private static String tooDeep() {
        return "is nested deeper than %d levels".formatted(ContainerLimits.LEVELS);
    }

    private @Nullable String text(String text) {
        bytes += HEADER + Utf8.length(text);
        return Utf8.isWellFormed(text) ? null : "has half of a surrogate pair, which is no text";
    }

    private static @Nullable String integer(BigInteger number) {
        boolean fits =
                number.bitLength() <= Long.SIZE - 1
                        || (number.signum() > 0 && number.bitLength() <= Long.SIZE);
        return fits ? null : "is no integer between -2^63 and 2^64-1";
    }

    private static @Nullable String finite(double number) {
        return Double.isFinite(number) ? null : "is not a finite number";
    }

    private static @Nullable String decimal(BigDecimal number) {
        double nearest = number.doubleValue();
        if (!Double.isFinite(nearest)) {
            return "is too large for a float64";
        }
        return number.compareTo(BigDecimal.valueOf(nearest)) == 0
                        || number.compareTo(new BigDecimal(nearest)) == 0
                ? null
                : "has more digits than a float64 keeps";
    }

    /// `/order/3/total: `, with long keys and long ways cut.
    private String shownPlace() {
        String shown =
                place.stream()
                        .limit(SHOWN_KEYS)
                        .map(ValueCheck::shownKey)
                        .collect(Collectors.joining("/", "/", ""));
        return shown + (place.size() > SHOWN_KEYS ? "/…: " : ": ");
    }

    private static String shownKey(Object key) {
        String text = Utf8.wellFormed(key.toString()).replaceAll("\\p{Cntrl}", "?");
        return text.length() <= SHOWN_KEY
                ? text
                : Utf8.wellFormed(text.substring(0, SHOWN_KEY)) + "…";
    }
}
