package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.penstock.core.intake.Organization;
import dev.penstock.core.repository.RepositoryException.Reason;
import dev.penstock.testkit.repository.Samples;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a database says that cannot grow, and what is left of it.
class FullDatabaseTest {
    @TempDir Path folder;

    private DatabaseSettings at(String limit) {
        return DatabaseSettings.of("jdbc:sqlite:" + folder.resolve("full.db") + limit);
    }

    @Test
    void a_full_one_says_so_keeps_what_it_has_and_goes_on_when_there_is_room() {
        List<Organization> saved = new ArrayList<>();
        try (Database database = Database.open(at("?max_page_count=200"))) {
            DatabaseException full =
                    catchThrowableOfType(DatabaseException.class, () -> fill(database, saved));
            assertThat(full.reason()).isEqualTo(Reason.FULL);
            assertThat(saved)
                    .isNotEmpty()
                    .allSatisfy(o -> assertThat(find(database, o)).contains(o));
            assertThatThrownBy(() -> fill(database, saved)).isInstanceOf(DatabaseException.class);
        }
        try (Database database = Database.open(at(""))) {
            assertThat(saved).allSatisfy(o -> assertThat(find(database, o)).contains(o));
            Organization more = Samples.organization();
            database.organizations().insert(more);
            assertThat(find(database, more)).contains(more);
        }
    }

    private static Optional<Organization> find(Database database, Organization organization) {
        return database.organizations().find(organization.id());
    }

    private static void fill(Database database, List<Organization> saved) {
        while (true) {
            Organization organization = Samples.organization();
            database.organizations().insert(organization);
            saved.add(organization);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "53100, FULL",
        "08006, AWAY",
        "53300, AWAY",
        "57P01, AWAY",
        "58030, AWAY",
        "42601, FAULT",
        "22001, FAULT"
    })
    void what_postgresql_says_is_told_apart(String state, Reason reason) {
        var dialect = new PostgresqlDialect(DatabaseSettings.of("jdbc:postgresql://nowhere/x"));
        assertThat(dialect.reason(new SQLException("", state))).isEqualTo(reason);
    }
}
