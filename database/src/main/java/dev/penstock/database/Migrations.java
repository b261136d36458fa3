package dev.penstock.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a database to the schema of this version. Nodes that start together wait for one another.
final class Migrations {
    private static final String FOLDER = "classpath:dev/penstock/database/migrations/";

    private Migrations() {}

    /// @throws DatabaseException also for a database that a newer version has migrated
    static void migrate(Dialect dialect, DataSource source) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(source)
                    .locations(FOLDER + dialect.name())
                    .failOnMissingLocations(true)
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException(
                    "cannot bring the database to this version's schema: " + e.getMessage(), e);
        }
    }
}
