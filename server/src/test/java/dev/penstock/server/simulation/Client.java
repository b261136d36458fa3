package dev.penstock.server.simulation;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.IdempotencyKey;
import dev.penstock.core.upload.PartPlan;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.server.service.UploadRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Brings one file in, or dies on the way: begins, sends, completes from several sides, and may
/// abort at any time.
record Client(World world, Cluster cluster, int number) implements Runnable {
    private static final int MOST_BEGINS = 4;
    private static final int PATHS = 2;
    private static final Duration BREAK = Duration.ofSeconds(8);
    private static final Set<ProblemCode> AGAIN =
            Set.of(ProblemCode.STORAGE_UNAVAILABLE, ProblemCode.QUOTA_EXCEEDED);

    @Override
    public void run() {
        var file = new SentFile("file " + number, 1 + world.random().nextInt(3));
        Optional<String> key =
                world.random().nextBoolean() ? Optional.of("key " + number) : Optional.empty();
        if (key.isPresent() && world.oneIn(3)) {
            spawn("twin", Duration.ofSeconds(1), () -> begin(file, key));
        }
        begin(file, key).ifPresent(this::goOn);
    }

    private void goOn(Begun begun) {
        var sender = new Sender(world, begun);
        if (world.oneIn(5)) {
            spawn("abort", Duration.ofSeconds(40), new Aborter(world, cluster, begun));
        }
        sender.send();
        if (world.oneIn(8)) {
            return; // dies
        }
        int completions = 1 + world.random().nextInt(3);
        for (int i = 1; i <= completions; i++) {
            spawn(
                    "complete " + i,
                    Duration.ofSeconds(world.oneIn(3) ? 60 : 1),
                    new Completer(world, cluster, begun, sender, i));
        }
    }

    private void spawn(String what, Duration most, Runnable work) {
        world.scheduler()
                .spawn("client %d %s".formatted(number, what), world.faults().upTo(most), work);
    }

    // --- begin

    private Optional<Begun> begin(SentFile file, Optional<String> key) {
        for (int i = 0; i < MOST_BEGINS; i++) {
            try {
                Upload upload = cluster.call(node -> begin(node, file, key));
                key.ifPresent(k -> world.ledger().begun(k, upload.id()));
                return Optional.of(
                        new Begun(
                                upload.id(),
                                upload.announcement().key(),
                                upload.multipart().orElseThrow(),
                                file,
                                number));
            } catch (Cluster.ConnectionLost e) {
                world.linger(BREAK);
            } catch (ProblemException e) {
                if (e.problem().code() == ProblemCode.PATH_TAKEN) {
                    return Optional.empty();
                }
                requireRepeatable(e);
                world.linger(BREAK);
            }
        }
        return Optional.empty();
    }

    private static void requireRepeatable(ProblemException e) {
        if (!AGAIN.contains(e.problem().code())) {
            throw e;
        }
    }

    private Upload begin(Node node, SentFile file, Optional<String> key) {
        var request =
                new UploadRequest(
                        UploadKind.MULTIPART,
                        new DocumentPath("path " + number % PATHS),
                        "application/pdf",
                        Optional.of(file.size()),
                        Optional.of(PartPlan.MIN_PART),
                        Optional.empty(),
                        Optional.empty());
        return node.services()
                .requests()
                .begin(
                        world.intake(),
                        request,
                        key.map(k ->
                                new IdempotencyKey(
                                        world.intake().id(), "token", k, request.fingerprint())));
    }
}
