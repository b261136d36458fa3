package dev.penstock.testkit.misbehaving;

import dev.penstock.embedded.blob.StartRefusedException;
import dev.penstock.sigv4.Credentials;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The misbehaving storage as a program: `testkit/misbehaving-storage --help`.
///
/// Exit status 0 when it was ended, 1 if it could not start, 2 for wrong use.
public final class MisbehavingStorageMain {

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        try {
            run(Options.parse(words));
        } catch (PlanException e) {
            end(2, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException | StartRefusedException | IllegalStateException e) {
            end(1, String.valueOf(e.getMessage()));
        }
    }

    private static void run(Options options) {
        MisbehavingStorage storage = start(options, played -> say(played.json()));
        Control control = control(storage, options.controlPort());
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            control.close();
                            storage.close();
                            Runtime.getRuntime().halt(0);
                        }));
        say(ready(storage, control, options));
        waitForTheEnd();
    }

    private static Control control(MisbehavingStorage storage, int port) {
        try {
            return Control.open(storage, port);
        } catch (UncheckedIOException e) {
            storage.close();
            throw e;
        }
    }

    private static MisbehavingStorage start(Options options, Consumer<Played> listener) {
        Plan plan = options.plan();
        Optional<URI> before = options.before();
        if (before.isPresent()) {
            StorageBehind behind =
                    new StorageBehind(
                            before.get(), options.bucket(), credentials(), options.region());
            return MisbehavingStorage.before(behind, plan, options.port(), listener);
        }
        Optional<Path> data = options.data();
        return data.isPresent()
                ? MisbehavingStorage.start(plan, options.port(), data.get(), listener)
                : MisbehavingStorage.start(plan, options.port(), listener);
    }

    private static Credentials credentials() {
        return Credentials.of(
                variable("MISBEHAVING_ACCESS_KEY"), variable("MISBEHAVING_SECRET_KEY"));
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new PlanException("--before needs " + name));
    }

    /// The keys are told only where they are this program's own, which open nothing else.
    private static String ready(MisbehavingStorage storage, Control control, Options options) {
        String keys =
                options.before().isPresent()
                        ? ""
                        : " access-key="
                                + storage.credentials().accessKey()
                                + " secret-key="
                                + storage.credentials().secretKey();
        return "READY endpoint="
                + storage.endpoint()
                + " bucket="
                + storage.bucket()
                + " region="
                + storage.region()
                + keys
                + " control="
                + control.endpoint()
                + " seed="
                + storage.seed();
    }

    private static void waitForTheEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }

    private static void end(int status, String message) {
        System.err.println("misbehaving-storage: " + message);
        System.exit(status);
    }

    private MisbehavingStorageMain() {}
}
