package dev.penstock.server.http;

import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The query of a URL, decoded as HTML forms write it (WHATWG URL Standard, section 5.1): `+` is a
/// space, bytes are UTF-8, percent-encoded or bare. What is not UTF-8 is refused, unknown
/// parameters are ignored, and a parameter that is read may come only once.
public final class Query {
    /// What bare bytes that are no UTF-8 have become by the time they are a Java string.
    private static final int REPLACEMENT = 0xFFFD;

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    public Query(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (values.put(name, value) != null) {
                twice.add(name);
            }
        }
    }

    /// The value under the name, if it is there and not empty.
    ///
    /// @throws ProblemException `invalid-parameter` when it comes twice, or holds U+0000, which a
    ///   text in PostgreSQL cannot
    public Optional<String> find(String name) {
        if (twice.contains(name)) {
            throw invalid(name, "comes more than once");
        }
        String value = values.get(name);
        if (value != null && value.indexOf(0) >= 0) {
            throw invalid(name, "must not hold the character U+0000");
        }
        return Optional.ofNullable(value).filter(v -> !v.isEmpty());
    }

    /// The value under the first of the names that is there.
    public Optional<String> find(String name, String otherSpelling) {
        return find(name).or(() -> find(otherSpelling));
    }

    /// @throws ProblemException `invalid-parameter` when it is missing
    public String require(String name) {
        return find(name).orElseThrow(() -> missing(name));
    }

    /// A whole number.
    ///
    /// @throws ProblemException `invalid-parameter` when it is none from `least` to `most`
    public Optional<Long> number(String name, long least, long most) {
        return find(name).map(text -> number(name, text, least, most));
    }

    /// A time, ISO-8601 with its offset.
    ///
    /// @throws ProblemException `invalid-parameter` when it is none
    public Optional<Instant> time(String name) {
        try {
            return find(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw invalid(name, "is a time like 2026-01-31T12:00:00Z");
        }
    }

    /// Whether it is `true`; it is not when it is missing.
    ///
    /// @throws ProblemException `invalid-parameter` when it is neither `true` nor `false`
    public boolean isOn(String name) {
        return switch (find(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name, "is true or false");
        };
    }

    private static long number(String name, String text, long least, long most) {
        if (!text.matches("[0-9]+")) {
            throw invalid(name, "is a whole number without sign");
        }
        var value = new BigDecimal(text);
        if (value.compareTo(BigDecimal.valueOf(least)) < 0
                || value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw invalid(name, "is %d to %d".formatted(least, most));
        }
        return value.longValueExact();
    }

    static ProblemException missing(String name) {
        return invalid(name, "is missing");
    }

    static ProblemException invalid(String name, String reason) {
        return new ProblemException(
                ProblemCode.INVALID_PARAMETER, "The parameter %s %s.".formatted(name, reason));
    }

    private static String decode(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            int c = encoded.codePointAt(i);
            switch (c) {
                case '%' -> bytes.write(octet(encoded, i));
                case '+' -> bytes.write(' ');
                case REPLACEMENT -> throw notUtf8();
                default -> bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
            i += c == '%' ? 3 : Character.charCount(c);
        }
        return utf8(bytes.toByteArray());
    }

    private static int octet(String encoded, int at) {
        if (at + 2 < encoded.length()) {
            int high = Character.digit(encoded.charAt(at + 1), 16);
            int low = Character.digit(encoded.charAt(at + 2), 16);
            if (high >= 0 && low >= 0) {
                return high * 16 + low;
            }
        }
        throw new ProblemException(
                ProblemCode.INVALID_PARAMETER, "The query holds a % that begins no encoded byte.");
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    private static ProblemException notUtf8() {
        return new ProblemException(ProblemCode.INVALID_PARAMETER, "The query is not valid UTF-8.");
    }
}
