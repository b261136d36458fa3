package dev.penstock.server.simulation;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.CompletionClaim;
import dev.penstock.core.upload.ListedPart;
import dev.penstock.core.vocabulary.LabelName;
import dev.penstock.server.service.CompletionCall;
import dev.penstock.server.service.Completions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks for completion with fields of its own until it is told how it ended; may delete the
/// document then, and ask once more.
final class Completer implements Runnable {
    private static final int ATTEMPTS = 7;
    private static final Duration BREAK = Duration.ofSeconds(15);

    private final World world;
    private final Cluster cluster;
    private final Begun begun;
    private final Sender sender;
    private final int number;
    private Optional<DocumentPath> path = Optional.empty();

    Completer(World world, Cluster cluster, Begun begun, Sender sender, int number) {
        this.world = world;
        this.cluster = cluster;
        this.begun = begun;
        this.sender = sender;
        this.number = number;
    }

    /// What a call came to.
    private enum Next {
        END,
        ASK_AGAIN
    }

    @Override
    public void run() {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (ask() == Next.END) {
                return;
            }
            world.linger(BREAK);
        }
    }

    private Next ask() {
        CompletionCall call = call();
        try {
            Completions.Result result =
                    cluster.call(node ->
                            node.services().completions().complete(world.intake(), call, () -> {}));
            world.ledger().completed(begun.id(), result);
            told(result.getClass().getSimpleName() + " " + Brief.of(result.family()));
            return mayDelete(result.family().id());
        } catch (Cluster.ConnectionLost e) {
            told("connection lost");
            return Next.ASK_AGAIN;
        } catch (ProblemException e) {
            told(e.problem().code().text());
            return react(e);
        }
    }

    private void told(String what) {
        world.trace().add(world.scheduler().currentName(), "is told: " + what);
    }

    private Next react(ProblemException e) {
        return switch (e.problem().code()) {
            case STORAGE_UNAVAILABLE, COMPLETION_IN_PROGRESS -> Next.ASK_AGAIN;
            case UPLOAD_INCOMPLETE, PART_MISMATCH, SIZE_MISMATCH, CHECKSUM_MISMATCH -> {
                sender.send();
                yield Next.ASK_AGAIN;
            }
            case PATH_TAKEN -> {
                path = Optional.of(new DocumentPath("other path " + begun.client()));
                yield Next.ASK_AGAIN;
            }
            case PATH_MISMATCH -> {
                path = Optional.empty();
                yield Next.ASK_AGAIN;
            }
            case UPLOAD_LOST -> {
                world.ledger().endedWithoutDocument(begun.id());
                yield Next.END;
            }
            case UPLOAD_CLOSED -> {
                world.ledger().closed(begun.id());
                yield Next.END;
            }
            default -> throw e;
        };
    }

    private CompletionCall call() {
        return new CompletionCall(
                begun.id(), begun.key().value(), path, _ -> claim(), fields(), List.of());
    }

    private DocumentFields fields() {
        return new DocumentFields(
                Map.of("by", number),
                Map.of(),
                Optional.empty(),
                LabelName.list("seen,by " + number),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /// Every other one lists the parts that it means.
    private CompletionClaim claim() {
        return number % 2 == 0
                ? CompletionClaim.NOTHING
                : new CompletionClaim(
                        Optional.of(begun.file().numbers().map(this::listed).toList()),
                        Optional.empty(),
                        Optional.empty());
    }

    private ListedPart listed(PartNumber part) {
        return new ListedPart(
                part,
                Optional.of(begun.file().part(part).etag()),
                Optional.empty(),
                Optional.empty());
    }

    // --- deletion

    private Next mayDelete(FamilyId family) {
        if (!world.oneIn(3)) {
            return world.oneIn(4) ? Next.ASK_AGAIN : Next.END;
        }
        world.linger(BREAK);
        world.ledger().ordersDeletion(family);
        try {
            cluster.call(node -> node.documents().delete(family));
        } catch (Cluster.ConnectionLost e) {
            told("connection lost while deleting");
        }
        return Next.ASK_AGAIN;
    }
}
