package dev.penstock.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/// Times and durations as people read and write them.
final class Times {
    private Times() {}

    /// To the second.
    static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// The end of an ISO-8601 duration that begins now: `P30D`, `P1Y`, `PT12H`.
    ///
    /// @throws UsageException when it is none
    static Instant after(String duration, Instant now) {
        try {
            return duration.contains("T")
                    ? now.plus(Duration.parse(duration))
                    : ZonedDateTime.ofInstant(now, ZoneOffset.UTC)
                            .plus(Period.parse(duration))
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    "'%s' is no ISO-8601 duration; write it like P30D or PT12H."
                            .formatted(duration));
        }
    }
}
