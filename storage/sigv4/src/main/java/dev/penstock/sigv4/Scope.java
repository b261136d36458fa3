package dev.penstock.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What a signing key is good for: one UTC day, one region, one service.
public record Scope(LocalDate date, String region, String service) {
    static final String TERMINATOR = "aws4_request";

    /// @throws IllegalArgumentException if region or service is empty or holds a `/` or white space
    public Scope {
        requireSegment(region);
        requireSegment(service);
    }

    /// The scope of a signature made at `time` for S3 in `region`.
    public static Scope s3(Instant time, String region) {
        return new Scope(LocalDate.ofInstant(time, ZoneOffset.UTC), region, "s3");
    }

    /// Reads `20130524/us-east-1/s3/aws4_request`; empty if it is anything else.
    public static Optional<Scope> parse(String text) {
        String[] segments = text.split("/", -1);
        if (segments.length != 4 || segments[0].length() != 8 || !segments[3].equals(TERMINATOR)) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(segments[0], DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(new Scope(date, segments[1], segments[2]));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The day as `yyyyMMdd`.
    String day() {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /// `20130524/us-east-1/s3/aws4_request`.
    @Override
    public String toString() {
        return day() + '/' + region + '/' + service + '/' + TERMINATOR;
    }

    private static void requireSegment(String segment) {
        if (segment.isEmpty() || !segment.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '/')) {
            throw new IllegalArgumentException("not a region or service: '" + segment + "'");
        }
    }
}
