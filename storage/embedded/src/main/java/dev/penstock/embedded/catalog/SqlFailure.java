package dev.penstock.embedded.catalog;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns what JDBC throws into what it means for the caller.
final class SqlFailure {
    static CatalogException of(SQLException failure) {
        return isFull(failure)
                ? new CatalogFullException(failure)
                : new CatalogException("the catalog failed", failure);
    }

    static CatalogException ofCommit(SQLException failure) {
        return isFull(failure)
                ? new CatalogFullException(failure)
                : new CommitUncertainException("the catalog failed at commit", failure);
    }

    private static boolean isFull(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    }

    private SqlFailure() {}
}
