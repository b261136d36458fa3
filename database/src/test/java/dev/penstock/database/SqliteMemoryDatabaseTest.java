package dev.penstock.database;

import dev.penstock.testkit.repository.Repositories;
import dev.penstock.testkit.repository.RepositoriesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The repositories on SQLite in memory.
@TestInstance(Lifecycle.PER_CLASS)
class SqliteMemoryDatabaseTest extends RepositoriesContract {
    private Database database;

    @BeforeAll
    void open() {
        database = Database.open(DatabaseSettings.of("jdbc:sqlite::memory:"));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    protected Repositories repositories() {
        return DatabaseRepositories.of(database);
    }
}
