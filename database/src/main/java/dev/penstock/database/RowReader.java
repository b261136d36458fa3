package dev.penstock.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/// Makes an object of core from a row.
interface RowReader<T> extends RowMapper<T> {
    T read(Row row) throws SQLException;

    @Override
    default T map(ResultSet set, StatementContext context) throws SQLException {
        return read(new Row(set));
    }
}
