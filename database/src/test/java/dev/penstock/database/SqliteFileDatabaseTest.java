package dev.penstock.database;

import dev.penstock.testkit.repository.Repositories;
import dev.penstock.testkit.repository.RepositoriesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The repositories on a SQLite file.
@TestInstance(Lifecycle.PER_CLASS)
class SqliteFileDatabaseTest extends RepositoriesContract {
    private Database database;

    @BeforeAll
    void open(@TempDir Path folder) {
        database =
                Database.open(
                        DatabaseSettings.of("jdbc:sqlite:" + folder.resolve("new/penstock.db")));
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
