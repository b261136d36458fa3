package dev.penstock.embedded.catalog;

import java.sql.Connection;

/// What a caller does within a transaction. Throwing undoes all of it, and nothing else.
@FunctionalInterface
interface Work<T> {
    T run(Connection connection);
}
