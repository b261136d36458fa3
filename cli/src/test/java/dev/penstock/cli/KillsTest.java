package dev.penstock.cli;

import dev.penstock.testkit.repository.PostgresqlPrograms;
import dev.penstock.testkit.repository.PrivatePostgresql;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of services, storages and clients while files are sent. `bench/kills` does the same
/// with more kills and a seed of one's choice.
@Tag("proof")
class KillsTest {
    private static final int KILLS = 30;

    @TempDir Path folder;

    @Test
    @Timeout(300)
    void nothing_is_lost_doubled_changed_or_left_over_on_sqlite() throws InterruptedException {
        try (var site = KillSite.sqlite(folder)) {
            System.out.println(new KillRun(site, folder, System.nanoTime(), KILLS, _ -> {}).run());
        }
    }

    @Test
    @Timeout(300)
    void nothing_is_lost_doubled_changed_or_left_over_on_postgresql() throws InterruptedException {
        var programs = PostgresqlPrograms.find();
        if (programs.isEmpty()) {
            Programs.missing("KillsTest", "a PostgreSQL server: install the package postgresql");
        }
        try (var postgresql = PrivatePostgresql.start(programs.orElseThrow());
                var site = KillSite.postgresql(folder, postgresql)) {
            System.out.println(new KillRun(site, folder, System.nanoTime(), KILLS, _ -> {}).run());
        }
    }
}
