package dev.penstock.embedded;

import dev.penstock.embedded.http.Wire;
import dev.penstock.embedded.operation.Limits;
import java.time.Duration;

/// What only tests change.
///
/// @param quarantineGrace how long files that nobody owns are kept
record Tuning(Limits limits, Wire wire, Duration quarantineGrace) {
    static final Tuning DEFAULT = new Tuning(Limits.S3, Wire.DEFAULT, Duration.ofHours(24));
}
