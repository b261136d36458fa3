package dev.penstock.testkit.misbehaving;

import dev.penstock.embedded.EmbeddedStorage;
import dev.penstock.embedded.EmbeddedStorageSettings;
import dev.penstock.sigv4.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A running storage that misbehaves as it is told. Clients use [#endpoint]; what is really stored
/// is asked at [#behind], where nothing is played.
///
/// ```java
/// try (var storage = MisbehavingStorage.start(Plan.calm())) {
///     storage.play(Rule.of(Fault.RESET_AFTER).on(Operation.COMPLETE_MULTIPART_UPLOAD));
///     …
///     assertThat(storage.played()).hasSize(1);
/// }
/// ```
public final class MisbehavingStorage implements AutoCloseable {
    private static final String BUCKET = "misbehaving";
    private static final String REGION = "us-east-1";
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final StorageBehind behind;
    private final Runnable closeBehind;
    private final OwnCalls own;
    private final Script script;
    private final PlayedFaults played;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Front front;

    private MisbehavingStorage(
            Plan plan,
            int port,
            StorageBehind behind,
            Runnable closeBehind,
            Consumer<Played> listener) {
        this.behind = behind;
        this.closeBehind = closeBehind;
        this.own = new OwnCalls(behind);
        this.script = new Script(plan);
        this.played = new PlayedFaults(plan.seed(), listener);
        Stage stage = new Stage(behind.endpoint(), script, played, own, threads);
        this.front = Front.open(port, stage, threads);
    }

    /// Starts before an embedded storage of its own, on any free port and in a temporary folder
    /// that goes when it is closed.
    public static MisbehavingStorage start(Plan plan) {
        return start(plan, 0, _ -> {});
    }

    /// The same on a certain port.
    ///
    /// @param port 0 for any that is free
    /// @param listener hears of each fault as it is played
    /// @throws java.io.UncheckedIOException if the port is taken
    public static MisbehavingStorage start(Plan plan, int port, Consumer<Played> listener) {
        Path folder = TemporaryFolder.make();
        return embedded(plan, port, folder, () -> TemporaryFolder.delete(folder), listener);
    }

    /// Starts before an embedded storage of its own that keeps its data.
    ///
    /// @param port 0 for any that is free
    /// @param data folder, made if it is not there
    /// @param listener hears of each fault as it is played
    /// @throws java.io.UncheckedIOException if the port is taken
    /// @throws dev.penstock.embedded.blob.StartRefusedException if the folder cannot be used
    public static MisbehavingStorage start(
            Plan plan, int port, Path data, Consumer<Played> listener) {
        return embedded(plan, port, data, () -> {}, listener);
    }

    /// Starts before a storage that is there already, which is left running.
    ///
    /// @param port 0 for any that is free
    /// @param listener hears of each fault as it is played
    /// @throws java.io.UncheckedIOException if the port is taken
    public static MisbehavingStorage before(
            StorageBehind behind, Plan plan, int port, Consumer<Played> listener) {
        return new MisbehavingStorage(plan, port, behind, () -> {}, listener);
    }

    private static MisbehavingStorage embedded(
            Plan plan, int port, Path data, Runnable afterwards, Consumer<Played> listener) {
        Credentials credentials = Credentials.of("misbehaving", "a-secret-for-tests-only");
        EmbeddedStorage storage =
                EmbeddedStorage.start(
                        new EmbeddedStorageSettings(
                                data,
                                "127.0.0.1",
                                0,
                                BUCKET,
                                credentials,
                                REGION,
                                List.of("*"),
                                Clock.systemUTC()));
        Runnable close =
                () -> {
                    storage.close();
                    afterwards.run();
                };
        try {
            StorageBehind behind =
                    new StorageBehind(storage.endpoint(), BUCKET, credentials, REGION);
            return new MisbehavingStorage(plan, port, behind, close, listener);
        } catch (RuntimeException e) {
            close.run();
            throw e;
        }
    }

    /// Where clients find it, `http://127.0.0.1:port`; buckets are in the path.
    public URI endpoint() {
        return front.endpoint();
    }

    /// The bucket that is there from the start.
    public String bucket() {
        return behind.bucket();
    }

    /// Whose signatures the storage takes.
    public Credentials credentials() {
        return behind.credentials();
    }

    /// What requests are signed for.
    public String region() {
        return behind.region();
    }

    /// What decides rules with a probability.
    public long seed() {
        return script.seed();
    }

    /// The storage without its front: what is asked there is answered truly.
    public StorageBehind behind() {
        return behind;
    }

    /// Adds a rule, after those that are there.
    public void play(Rule rule) {
        script.add(rule);
    }

    /// Drops all rules. What is under way is played to its end.
    public void calm() {
        script.clear();
    }

    /// What was played so far, in the order in which it was shown.
    public List<Played> played() {
        return played.all();
    }

    /// Ends all connections, and the embedded storage with them. A completion that was to take
    /// effect later no longer does.
    @Override
    public void close() {
        front.close();
        threads.shutdownNow();
        own.close();
        try {
            if (!threads.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("a request did not end within " + ENDING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeBehind.run();
        }
    }
}
