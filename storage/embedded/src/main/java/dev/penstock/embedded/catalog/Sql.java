package dev.penstock.embedded.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A few lines over JDBC: positional parameters in, rows out, SQLException wrapped.
final class Sql {
    /// Makes a value of the row that the result set stands on.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static int update(Connection connection, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    static <T> List<T> list(
            Connection connection, Row<T> row, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    static <T> Optional<T> first(
            Connection connection, Row<T> row, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, @Nullable Object[] parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private Sql() {}
}
