package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.contract.UploadStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What must hold after the last kill: every document that a client was told of, once and
/// unchanged; every upload at its end; and in the storage nothing but the documents' bytes.
final class KillChecks {
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final Duration CLEANUP = Duration.ofSeconds(150);
    private static final Set<String> ENDS =
            Set.of("completed", "aborted", "expired", "failed", "rejected");

    private final KillSite site;
    private final Documents documents;
    private final Ledger ledger;

    KillChecks(KillSite site, Documents documents, Ledger ledger) {
        this.site = site;
        this.documents = documents;
        this.ledger = ledger;
    }

    /// @return what is left, in a few words
    String check() {
        assertThat(ledger.surprises()).isEmpty();
        await("completions are decided", RECOVERY, () -> open("completing", "stored").isEmpty());
        abortWhatNobodyKnows();
        site.restartMuchLater();
        await("uploads end", CLEANUP, () -> ENDS.containsAll(states().keySet()));
        var living = livingDocuments();
        requireUploadsAsTold(living);
        requireNothingLeft(living);
        return "uploads %s, %d documents, %d bodies in quarantine"
                .formatted(states(), living.size(), site.storageFolder().quarantined());
    }

    private Map<String, Long> states() {
        return documents.uploads().stream()
                .collect(Collectors.groupingBy(UploadStatus::state, Collectors.counting()));
    }

    private Set<UploadStatus> open(String... states) {
        var wanted = Set.of(states);
        return documents.uploads().stream()
                .filter(upload -> wanted.contains(upload.state()))
                .collect(Collectors.toSet());
    }

    /// Of a client that was killed between the service's answer and its journal. Those that are
    /// near their deadline anyway are left to the reaper.
    private void abortWhatNobodyKnows() {
        for (var upload : open("receiving")) {
            if (upload.uploadId().hashCode() % 2 == 0) {
                documents.abort(upload);
            }
        }
    }

    /// @return their families
    private Set<UUID> livingDocuments() {
        var living = new HashSet<UUID>();
        var paths = new TreeSet<String>();
        var fates =
                ledger.fates().entrySet().stream()
                        .collect(Collectors.toMap(e -> e.getKey().path(), e -> e));
        for (var family : documents.all()) {
            assertThat(paths.add(family.path())).as("twice: " + family).isTrue();
            var known = fates.remove(family.path());
            if (known == null) {
                throw new AssertionError("nobody sent " + family);
            }
            switch (known.getValue()) {
                case Fate.Document told -> assertThat(family.id()).isEqualTo(told.family());
                case Fate.Deleted _ -> throw new AssertionError("it was deleted: " + family);
                case Fate.Abandoned _ -> {}
            }
            assertThat(documents.holds(family.id(), known.getKey())).as("%s", family).isTrue();
            living.add(family.id());
        }
        assertThat(fates.values())
                .as("told of, and not there")
                .noneMatch(entry -> entry.getValue() instanceof Fate.Document);
        return living;
    }

    private void requireUploadsAsTold(Set<UUID> living) {
        var made = new HashSet<UUID>(living);
        ledger.fates()
                .values()
                .forEach(fate -> {
                    if (fate instanceof Fate.Deleted deleted) {
                        made.add(deleted.family());
                    }
                });
        for (var upload : documents.uploads()) {
            switch (upload.state()) {
                case "completed" ->
                        assertThat(upload.documentFamilyId().filter(made::remove))
                                .as("no document of its own: %s", upload)
                                .isPresent();
                case "failed" ->
                        assertThat(upload.problem())
                                .as("only the storage's absence at the start fails one: %s", upload)
                                .contains("storage-unavailable");
                default -> assertThat(upload.state()).as("%s", upload).isIn("aborted", "expired");
            }
            if (ledger.over().contains(upload.uploadId().toString())) {
                assertThat(upload.state()).as("told over: %s", upload).isEqualTo("expired");
            }
        }
        assertThat(made).as("documents without an upload").isEmpty();
    }

    private void requireNothingLeft(Set<UUID> living) {
        var keys = new TreeSet<String>();
        var ids = new ArrayList<String>();
        for (var upload : documents.uploads()) {
            if (upload.documentFamilyId().filter(living::contains).isPresent()) {
                keys.add(upload.s3Key());
                ids.add(upload.uploadId().toString());
            }
        }
        Collections.sort(ids);
        var storage = site.storageFolder();
        await(
                () -> "only %s in the storage, not %s".formatted(keys, storage),
                CLEANUP,
                () ->
                        storage.originals().equals(keys)
                                && uploadsOf(storage.containers()).equals(ids)
                                && storage.unfinished().isEmpty()
                                && storage.undone().isEmpty()
                                && storage.owned().equals(storage.blobs()));
    }

    /// Whose containers they are: one of each upload that became a document.
    private static List<String> uploadsOf(Set<String> containers) {
        return containers.stream().map(key -> key.split("/", -1)[2]).sorted().toList();
    }

    private static void await(String what, Duration most, BooleanSupplier condition) {
        await(() -> what, most, condition);
    }

    private static void await(Supplier<String> what, Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "it did not come to hold within %s: %s".formatted(most, what.get()));
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
