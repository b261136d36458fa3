package dev.penstock.cli;

import dev.penstock.client.JournalEntry;
import dev.penstock.client.UploadJournal;
import dev.penstock.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;

/// A person who sends a file with `penstock upload`, goes on with `penstock resume` as often as it
/// is cut, and looks at what arrived.
final class FileSender {
    /// Those that nobody cut.
    private static final int MOST_TRIES = 30;

    private static final Pattern OVER = Pattern.compile("Upload ([0-9a-f-]{36}) is over");

    private final SendingClient client;
    private final UploadJournal journal;
    private final Documents documents;
    private final Ledger ledger;
    private final Path folder;

    FileSender(
            SendingClient client,
            UploadJournal journal,
            Documents documents,
            Ledger ledger,
            Path folder) {
        this.client = client;
        this.journal = journal;
        this.documents = documents;
        this.ledger = ledger;
        this.folder = folder;
    }

    /// How a person gives up who gives up.
    enum GivingUp {
        BY_ABORT,
        BY_GOING_AWAY
    }

    /// Returns when the file has a fate, or a surprise was noted.
    void send(KnownFile file, GivingUp way) throws InterruptedException {
        var place = file.write(folder);
        try {
            var random = new Random(file.seed());
            boolean cut = false;
            int tries = 0;
            while (tries < MOST_TRIES) {
                var entry = journal.find(place).stream().findFirst();
                if (cut && entry.isPresent() && random.nextInt(6) == 0) {
                    giveUp(file, entry.get(), way);
                    return;
                }
                var ended = client.run(words(file, place, entry));
                cut |= ended.isEmpty();
                tries += ended.isPresent() ? 1 : 0;
                ledger.count(ended.isEmpty() ? "cut" : "ended");
                if (ended.isPresent() && isSettled(file, ended.get(), cut)) {
                    return;
                }
            }
            ledger.surprise("%s was tried %d times".formatted(file, MOST_TRIES));
        } finally {
            remove(place);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(KnownFile file, Path place, Optional<JournalEntry> entry) {
        if (entry.isPresent()) {
            return List.of("resume", entry.get().uploadId().toString(), "--json", "--quiet");
        }
        return file.hasParts()
                ? List.of(
                        "upload",
                        place.toString(),
                        "--path",
                        file.path(),
                        "--part-size",
                        "5MiB",
                        "--json",
                        "--quiet")
                : List.of("upload", place.toString(), "--path", file.path(), "--json", "--quiet");
    }

    /// @param cut whether a former try was killed, so that its end was not told
    private boolean isSettled(KnownFile file, SendingClient.Ended ended, boolean cut) {
        Map<String, ?> json =
                ended.out().isEmpty() ? Map.of() : ContractJson.readObject(ended.out());
        if (ended.status() == ExitStatus.DONE) {
            arrived(file, UUID.fromString(String.valueOf(json.get("documentFamilyId"))));
            return true;
        }
        var over = OVER.matcher(ended.err());
        if (over.find()) {
            ledger.isOver(UUID.fromString(over.group(1)));
            return false;
        }
        return switch (String.valueOf(json.get("code"))) {
            case "path-taken" -> {
                lookUp(file, cut);
                yield true;
            }
            case "null" -> {
                ledger.count("no answer");
                yield false;
            }
            default -> {
                ledger.surprise(file + ": " + ended);
                yield true;
            }
        };
    }

    /// A client that was killed between the answer and telling it leaves a document that nobody was
    /// told of.
    private void lookUp(KnownFile file, boolean cut) {
        var found = documents.at(file.path());
        if (!cut || found.size() != 1) {
            ledger.surprise("%s: the path is taken by %s, cut: %s".formatted(file, found, cut));
            return;
        }
        ledger.count("found");
        arrived(file, found.getFirst().id());
    }

    private void arrived(KnownFile file, UUID family) {
        ledger.became(file, new Fate.Document(family));
        var found = documents.at(file.path());
        if (found.size() != 1 || !found.getFirst().id().equals(family)) {
            ledger.surprise("%s: told %s, found %s".formatted(file, family, found));
            return;
        }
        if (!documents.holds(family, file)) {
            ledger.surprise("%s: %s holds other bytes".formatted(file, family));
            return;
        }
        if (file.seed() % 4 != 0) {
            documents.delete(family);
            ledger.became(file, new Fate.Deleted(family));
        }
    }

    private void giveUp(KnownFile file, JournalEntry entry, GivingUp way)
            throws InterruptedException {
        ledger.became(file, new Fate.Abandoned());
        switch (way) {
            case BY_ABORT -> {
                var ended = client.run(List.of("abort", entry.uploadId().toString()));
                ledger.count("abort " + ended.map(SendingClient.Ended::status));
            }
            case BY_GOING_AWAY -> ledger.count("went away");
        }
    }
}
