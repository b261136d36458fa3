package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.client.ConnectionSettings;
import dev.penstock.client.Credential;
import dev.penstock.client.FileToSend;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.PenstockException;
import dev.penstock.client.ProgressListener;
import dev.penstock.client.RetryPolicy;
import dev.penstock.client.SentFile;
import dev.penstock.client.UploadJournal;
import dev.penstock.client.UploadSettings;
import dev.penstock.client.Uploader;
import dev.penstock.testkit.misbehaving.Catalogue;
import dev.penstock.testkit.misbehaving.Fault;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Operation;
import dev.penstock.testkit.misbehaving.Plan;
import dev.penstock.testkit.misbehaving.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The real client, the real service, and a storage with several of its habits at a time, by seed:
/// each file arrives as one document with its bytes, or is refused by an error that says why.
///
/// Every pair of a habit and an operation is among the rules of some seed. `-Dpenstock.seeds=N`
/// tries more of them, `-Dpenstock.firstSeed=S` begins elsewhere.
@Tag("proof")
class ClientUnderFaultsTest {
    private static final int USUAL_SEEDS = 30;
    private static final int RULES = 5;
    private static final int FILES = 2;
    private static final long MIB = 1L << 20;
    private static final List<Operation> ASKED =
            List.of(
                    Operation.UPLOAD_PART,
                    Operation.CREATE_MULTIPART_UPLOAD,
                    Operation.LIST_PARTS,
                    Operation.COMPLETE_MULTIPART_UPLOAD,
                    Operation.HEAD_OBJECT,
                    Operation.GET_OBJECT,
                    Operation.ABORT_MULTIPART_UPLOAD,
                    Operation.DELETE_OBJECT);
    private static final List<Rule> RULEBOOK = rulebook();

    @TempDir static Path folder;
    private static MisbehavingStorage storage;
    private static int port;
    private static TestService service;
    private static Shell shell;

    @BeforeAll
    static void start() {
        storage = MisbehavingStorage.start(Plan.calm());
        port = ServiceChild.freePort();
        try (var front = front(Plan.calm())) {
            service = TestService.in(folder, StorageThatMisbehaves.settings(front));
            shell = service.uploader("faults");
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        storage.close();
    }

    @Test
    void the_usual_seeds_try_every_habit_on_every_operation() {
        assertThat(USUAL_SEEDS * RULES).isGreaterThanOrEqualTo(RULEBOOK.size());
    }

    private static MisbehavingStorage front(Plan plan) {
        return MisbehavingStorage.before(storage.behind(), plan, port, _ -> {});
    }

    private static List<Rule> rulebook() {
        var rules = new ArrayList<Rule>();
        for (var known : Catalogue.faults()) {
            for (var operation : ASKED) {
                if (known.operations().contains(operation)) {
                    rules.add(Rule.of(known.fault()).on(operation));
                }
            }
        }
        Collections.shuffle(rules, new Random(4));
        return rules;
    }

    static LongStream seeds() {
        long first = Long.getLong("penstock.firstSeed", 0);
        return LongStream.range(first, first + Long.getLong("penstock.seeds", USUAL_SEEDS));
    }

    private static Plan plan(long seed) {
        var random = new Random(seed);
        var rules =
                Stream.iterate(seed * RULES, n -> n + 1)
                        .limit(RULES)
                        .map(n -> RULEBOOK.get((int) (n % RULEBOOK.size())))
                        .map(rule -> rule.probability(chance(rule, random)))
                        .toArray(Rule[]::new);
        return Plan.seeded(seed, rules).keysByAppearance();
    }

    /// Each part, and each look at an upload, would otherwise drop it again.
    private static double chance(Rule rule, Random random) {
        double most = rule.fault() == Fault.DROPPED_UPLOAD ? 0.03 : 0.35;
        return most * (0.3 + 0.7 * random.nextDouble());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_file_arrives_once_and_whole_or_its_error_says_why(long seed) throws Exception {
        var plan = plan(seed);
        var files = new ArrayList<Path>();
        var random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            var name = "seed-%d-%d.bin".formatted(seed, i);
            long size = (20 + random.nextInt(20)) * MIB + random.nextInt(1, 1 << 20);
            files.add(TestFiles.make(folder.resolve(name), size));
        }
        try (var front = front(plan);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Callable<String>>();
            files.forEach(file -> runs.add(() -> outcome(file)));
            var outcomes = new ArrayList<String>();
            for (var run : threads.invokeAll(runs)) {
                outcomes.add(run.get());
            }
            var told = "seed %d, rules %s, played %s".formatted(seed, plan.rules(), front.played());
            front.calm();
            for (int i = 0; i < FILES; i++) {
                verify(files.get(i), outcomes.get(i), told);
            }
            System.out.printf(
                    "seed %d: %d faults played, %s%n", seed, front.played().size(), outcomes);
        } finally {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private static PenstockClient client(String credential) {
        var retry =
                new RetryPolicy(
                        Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(90));
        return PenstockClient.open(
                ConnectionSettings.of(
                                URI.create(service.url()), Optional.of(new Credential(credential)))
                        .withRetry(retry));
    }

    /// What came of it: the document's id, or the error.
    private static String outcome(Path file) {
        var variables = shell.variables();
        try (var client = client(variables.getOrDefault("PENSTOCK_TOKEN", ""))) {
            var intake = Addresses.intake(variables.getOrDefault("PENSTOCK_INTAKE", ""));
            var settings = UploadSettings.usual().withPartSize(5 * MIB).withSingleLimit(0);
            var journal = new UploadJournal(folder.resolve("journal"));
            SentFile sent =
                    new Uploader(client, intake, settings, journal, ProgressListener.silent())
                            .send(FileToSend.of(file));
            return sent.family().id().toString();
        } catch (PenstockException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private static void verify(Path file, String outcome, String told) throws IOException {
        try (var client = client(TestService.ADMIN)) {
            var documents =
                    client.families().list().stream()
                            .filter(f -> f.path().equals(file.getFileName().toString()))
                            .toList();
            assertThat(documents).as(told + ", told " + outcome).hasSize(1);
            assertThat(documents.getFirst().id().toString()).as(told).isEqualTo(outcome);
            var url = client.content(documents.getFirst().id(), "NATIVE").url();
            try (InputStream stored = URI.create(url).toURL().openStream();
                    InputStream sent = Files.newInputStream(file)) {
                assertThat(isSame(stored, sent)).as(told + ": the bytes").isTrue();
            }
        }
    }

    private static boolean isSame(InputStream one, InputStream other) throws IOException {
        while (true) {
            byte[] a = one.readNBytes((int) MIB);
            byte[] b = other.readNBytes((int) MIB);
            if (!Arrays.equals(a, b)) {
                return false;
            }
            if (a.length == 0) {
                return true;
            }
        }
    }
}
