package dev.penstock.server.simulation;

import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.intake.StoreId;
import dev.penstock.database.Database;
import dev.penstock.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// A database in memory for one simulation after the other, with a connection beside it that looks
/// at its tables.
final class SimulationDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> EMPTIED =
            List.of(
                    "family_label",
                    "family_feature",
                    "label",
                    "content_object",
                    "document_family",
                    "path_claim",
                    "idempotency_key",
                    "removal",
                    "upload_step",
                    "upload",
                    "intake",
                    "deleted_intake");

    private final Database database;
    private final Connection beside;
    private final Rows rows;
    private final DocumentStore home;
    private InstantSource clock = InstantSource.fixed(Scheduler.BEGINNING);

    private SimulationDatabase() throws SQLException {
        String url =
                "jdbc:sqlite:file:simulation-%d?mode=memory&cache=shared"
                        .formatted(NUMBER.incrementAndGet());
        database = Database.open(DatabaseSettings.of(url), () -> clock.instant());
        beside = DriverManager.getConnection(url);
        rows = new Rows(beside);
        home = enterHome();
    }

    static SimulationDatabase open() {
        try {
            return new SimulationDatabase();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DocumentStore enterHome() {
        Instant now = Scheduler.BEGINNING;
        var owner =
                new Organization(
                        new OrganizationId(new UUID(0, 1)), new Slug("acme"), "", now, now, 0);
        var store =
                new DocumentStore(
                        new StoreId(new UUID(0, 2)),
                        owner.id(),
                        owner.slug(),
                        new Slug("inbox"),
                        "",
                        now,
                        now,
                        0);
        database.organizations().insert(owner);
        database.documentStores().insert(store);
        return store;
    }

    /// Forgets the last simulation. From now on the database goes by this clock.
    ///
    /// @return the one intake that there is
    Intake reset(InstantSource next) {
        clock = next;
        try (Statement statement = beside.createStatement()) {
            for (String table : EMPTIED) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Instant now = Scheduler.BEGINNING;
        var intake =
                new Intake(
                        new IntakeId(new UUID(0, 3)),
                        home,
                        new Slug("large-files"),
                        "",
                        "",
                        Intake.Activity.ACTIVE,
                        Intake.LargeUploads.ON,
                        Intake.MultipleFiles.ONE,
                        Map.of(),
                        List.of(),
                        IntakeLimits.DEFAULT,
                        now,
                        now,
                        0);
        database.intakes().insert(intake);
        return intake;
    }

    Database database() {
        return database;
    }

    Rows rows() {
        return rows;
    }

    @Override
    public void close() {
        try {
            rows.close();
            beside.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database.close();
    }
}
