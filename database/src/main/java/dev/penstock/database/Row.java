package dev.penstock.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The columns of a row in core's words. A column that cannot be NULL in the schema is never empty
/// here.
record Row(ResultSet set) {

    String text(String column) throws SQLException {
        return Objects.requireNonNull(set.getString(column), column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(set.getString(column));
    }

    long number(String column) throws SQLException {
        return set.getLong(column);
    }

    UUID uuid(String column) throws SQLException {
        return UUID.fromString(text(column));
    }

    Optional<UUID> optionalUuid(String column) throws SQLException {
        return optionalText(column).map(UUID::fromString);
    }

    Instant instant(String column) throws SQLException {
        return Times.instant(text(column));
    }

    Optional<Instant> optionalInstant(String column) throws SQLException {
        return optionalText(column).map(Times::instant);
    }
}
