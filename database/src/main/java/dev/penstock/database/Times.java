package dev.penstock.database;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/// Times as the database holds them: ISO-8601 UTC with all nine digits of a second, so that nothing
/// is lost and text sorts as time (years 0 to 9999).
final class Times {
    private static final DateTimeFormatter NINE_DIGITS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private Times() {}

    static String text(Instant instant) {
        return NINE_DIGITS.format(instant);
    }

    static Instant instant(String text) {
        return Instant.parse(text);
    }
}
