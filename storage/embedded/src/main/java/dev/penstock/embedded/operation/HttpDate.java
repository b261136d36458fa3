package dev.penstock.embedded.operation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Times as headers and XML have them.
final class HttpDate {
    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// As in `Last-Modified` (RFC 9110 section 5.6.7).
    static String format(Instant time) {
        return RFC_1123.format(time);
    }

    /// As in `<LastModified>`.
    static String iso(Instant time) {
        return ISO.format(time);
    }

    /// Empty for what is no date; HTTP ignores a condition with one.
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private HttpDate() {}
}
