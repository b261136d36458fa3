package dev.penstock.cli;

import dev.penstock.testkit.repository.PostgresqlPrograms;
import dev.penstock.testkit.repository.PrivatePostgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// What `bench/kills` runs: kills by a seed, with everything in a temporary folder.
final class KillsMain {
    private KillsMain() {}

    /// @param words how many kills, the seed, and `sqlite` or `postgresql`
    public static void main(String[] words) throws IOException, InterruptedException {
        int kills = Integer.parseInt(words[0]);
        long seed = Long.parseLong(words[1]);
        var folder = Files.createTempDirectory("penstock-kills");
        System.out.printf("%d kills on %s, seed %d%n", kills, words[2], seed);
        try {
            System.out.println(run(folder, seed, kills, words[2]));
        } catch (AssertionError e) {
            System.out.println(e.getMessage());
            e.printStackTrace();
            System.exit(1);
        } finally {
            remove(folder);
        }
        System.exit(0);
    }

    private static String run(Path folder, long seed, int kills, String database)
            throws InterruptedException {
        if (database.equals("sqlite")) {
            try (var site = KillSite.sqlite(folder)) {
                return new KillRun(site, folder, seed, kills, System.out::println).run();
            }
        }
        var programs = PostgresqlPrograms.find().orElseThrow();
        try (var postgresql = PrivatePostgresql.start(programs);
                var site = KillSite.postgresql(folder, postgresql)) {
            return new KillRun(site, folder, seed, kills, System.out::println).run();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
