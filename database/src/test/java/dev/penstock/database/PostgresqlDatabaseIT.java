package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.intake.Organization;
import dev.penstock.testkit.Prerequisite;
import dev.penstock.testkit.repository.PostgresqlPrograms;
import dev.penstock.testkit.repository.PrivatePostgresql;
import dev.penstock.testkit.repository.Race;
import dev.penstock.testkit.repository.Repositories;
import dev.penstock.testkit.repository.RepositoriesContract;
import dev.penstock.testkit.repository.Samples;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The repositories on a PostgreSQL of the test's own, where its programs are installed.
@Tag("proof")
@TestInstance(Lifecycle.PER_CLASS)
class PostgresqlDatabaseIT extends RepositoriesContract {
    private @Nullable PrivatePostgresql server;
    private @Nullable Database database;

    @BeforeAll
    void open() {
        Optional<PostgresqlPrograms> programs = PostgresqlPrograms.find();
        if (programs.isEmpty()) {
            Prerequisite.missing(
                    getClass(),
                    "no PostgreSQL server in /usr/lib/postgresql/*/bin nor where pg_config says;"
                            + " install the package postgresql");
        }
        server = PrivatePostgresql.start(programs.orElseThrow());
        openTogether();
        database = Database.open(settings());
    }

    /// Nodes that start at once on an empty database wait for one another's migrations.
    private void openTogether() {
        List<Database> nodes = Race.among(4, i -> Database.open(settings()));
        nodes.forEach(Database::close);
    }

    @AfterAll
    void close() {
        if (database != null) {
            database.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected Repositories repositories() {
        return DatabaseRepositories.of(Objects.requireNonNull(database));
    }

    private DatabaseSettings settings() {
        PrivatePostgresql running = Objects.requireNonNull(server);
        return new DatabaseSettings(
                running.url(), Optional.of(running.user()), Optional.of(running.password()));
    }

    @Test
    void a_second_node_sees_what_the_first_saved() {
        Organization organization = Samples.organization();
        repositories().organizations().insert(organization);

        try (Database second = Database.open(settings())) {
            assertThat(second.isReady()).isTrue();
            assertThat(second.organizations().find(organization.id())).contains(organization);
        }
    }

    @Test
    void a_wrong_password_is_told_without_the_password() {
        DatabaseSettings s = settings();
        var wrong = new DatabaseSettings(s.url(), s.user(), Optional.of("swordfish"));

        assertThatThrownBy(() -> Database.open(wrong))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("authentication failed")
                .hasMessageNotContaining("swordfish");
    }
}
