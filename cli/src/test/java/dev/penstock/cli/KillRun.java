package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.client.UploadJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Kills one process after the other, by a plan that follows from a seed, while files are sent;
/// then lets everything come to its end and looks at what is there.
final class KillRun {
    private static final int AT_A_TIME = 8;
    private static final Duration MOST_WAIT = Duration.ofSeconds(2);

    private final KillSite site;
    private final Path folder;
    private final long seed;
    private final int kills;
    private final Consumer<String> heard;
    private final List<String> journalOfKills = new ArrayList<>();
    private final Map<Victim, Integer> killed = new EnumMap<>(Victim.class);
    private final Ledger ledger = new Ledger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private final long start = System.nanoTime();
    private String token = "";

    /// @param heard is told what happens while it happens
    KillRun(KillSite site, Path folder, long seed, int kills, Consumer<String> heard) {
        this.site = site;
        this.folder = folder;
        this.seed = seed;
        this.kills = kills;
        this.heard = heard;
    }

    /// @return what was done and found, in a few lines
    /// @throws AssertionError with the seed and all kills when something does not hold
    String run() throws InterruptedException {
        try (var documents = prepared()) {
            sendAndKill(documents);
            var last = "after %d kills, at %.1f s: ".formatted(kills, seconds());
            var kept = new KillChecks(site, documents, ledger).check();
            return "seed %d: %s%s, %s, %s, all in %.1f s"
                    .formatted(seed, last, killed, ledger, kept, seconds());
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "%s%nseed %d, kills so far %s, ledger %s, surprises %s:%n%s%nerrors logged: %s"
                            .formatted(
                                    e.getMessage(),
                                    seed,
                                    killed,
                                    ledger,
                                    ledger.surprises(),
                                    String.join("\n", journalOfKills),
                                    errors()),
                    e);
        }
    }

    private List<String> errors() {
        return site.members().stream().flatMap(m -> m.errors().stream()).limit(20).toList();
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private Documents prepared() {
        token = TestService.token(admin(), "acme");
        return new Documents(site.url());
    }

    private Shell admin() {
        return new Shell(folder.resolve("home"))
                .set("PENSTOCK_URL", site.url())
                .set("PENSTOCK_API_KEY", TestService.ADMIN);
    }

    private void sendAndKill(Documents documents) throws InterruptedException {
        var home = folder.resolve("home");
        var variables =
                Map.of(
                        "PENSTOCK_URL",
                        site.url(),
                        "PENSTOCK_INTAKE",
                        "acme/large-files",
                        "PENSTOCK_TOKEN",
                        token);
        var journal = UploadJournal.ofUser(Map.of(), home);
        try (var client = new SendingClient(site.java(), home, variables);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var sender = new FileSender(client, journal, documents, ledger, files());
            warmUp(sender, client);
            var number = new AtomicInteger();
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME; i++) {
                senders.add(executor.submit(() -> sendFiles(sender, number)));
            }
            try {
                killAll(client);
            } finally {
                over.set(true);
                site.awaitReady();
            }
            for (var one : senders) {
                await(one);
            }
            hear("every file has a fate: " + ledger);
        }
    }

    /// A first file, after which every process starts fast.
    private void warmUp(FileSender sender, SendingClient client) throws InterruptedException {
        sender.send(KnownFile.of(seed, 0), FileSender.GivingUp.BY_ABORT);
        client.restart();
        site.restart();
        hear("warmed up");
    }

    private void hear(String what) {
        var line = "%7.3f s  %s".formatted(seconds(), what);
        journalOfKills.add(line);
        heard.accept(line);
    }

    private Path files() {
        try {
            return Files.createDirectories(folder.resolve("files"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendFiles(FileSender sender, AtomicInteger number) {
        try {
            while (!over.get() && ledger.surprises().isEmpty()) {
                var file = KnownFile.of(seed, number.incrementAndGet());
                boolean early = done.get() < kills / 2;
                sender.send(
                        file,
                        early && file.seed() % 2 == 0
                                ? FileSender.GivingUp.BY_GOING_AWAY
                                : FileSender.GivingUp.BY_ABORT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Future<?> sending) throws InterruptedException {
        try {
            sending.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a sender ended with " + e.getCause(), e);
        }
    }

    private void killAll(SendingClient client) throws InterruptedException {
        var processes = EnumSet.copyOf(site.victims());
        processes.add(Victim.CLIENT);
        for (var kill : Kill.plan(new Random(seed), kills, processes)) {
            assertThat(ledger.surprises()).isEmpty();
            awaitMoment(kill);
            Thread.sleep(kill.millis());
            hear(kill.toString());
            kill(kill, client);
            done.incrementAndGet();
        }
    }

    private void awaitMoment(Kill kill) throws InterruptedException {
        for (var victim : kill.victims()) {
            if (victim != Victim.CLIENT) {
                site.member(victim).awaitReady();
            }
        }
        switch (kill.moment()) {
            case Kill.Anytime _ -> {}
            case Kill.Passing passing -> {
                if (!site.landmarks().await(passing.landmark(), passing.times(), MOST_WAIT)) {
                    ledger.count("moments that did not come");
                }
            }
            case Kill.Starting _ -> {
                for (var victim : kill.victims()) {
                    site.member(victim).kill();
                    site.member(victim).launch();
                }
            }
        }
    }

    private void kill(Kill kill, SendingClient client) throws InterruptedException {
        for (var victim : kill.victims()) {
            killed.merge(victim, 1, Integer::sum);
            if (victim == Victim.CLIENT) {
                client.killAndLaunch();
            } else {
                site.member(victim).kill();
            }
        }
        for (var victim : kill.victims()) {
            if (victim != Victim.CLIENT) {
                site.member(victim).launch();
            }
        }
    }
}
