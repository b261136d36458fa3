package dev.penstock.server.simulation;

import dev.penstock.core.document.FamilyId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.upload.UploadId;
import dev.penstock.server.simulation.Rows.UploadRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must hold after every step, whatever happened.
final class Invariants {
    private final Rows rows;
    private final MemoryStore store;
    private final Ledger ledger;
    private final Map<UploadId, UploadRow> last = new HashMap<>();
    private final Map<UploadId, FamilyId> documents = new HashMap<>();
    private final TransitionRules transitions;

    Invariants(Rows rows, MemoryStore store, Ledger ledger) {
        this.rows = rows;
        this.store = store;
        this.ledger = ledger;
        this.transitions = new TransitionRules(rows, store);
    }

    void check() {
        List<UploadRow> uploads = rows.uploads();
        for (UploadRow row : uploads) {
            Optional.ofNullable(last.put(row.id(), row))
                    .filter(before -> !before.equals(row))
                    .ifPresent(before -> transitions.check(before, row));
            oneDocumentEver(row);
            documentsStay(row);
            bytesStay(row);
            whatWasToldStaysTrue(row);
        }
        require(uploads.size() == last.size(), "an upload is gone", uploads);
        pathsAreClaimed(uploads);
        containersStay();
    }

    private void containersStay() {
        for (ObjectKey key : rows.containers()) {
            require(store.object(key).isPresent(), "a document without its container", key);
        }
    }

    private void oneDocumentEver(UploadRow row) {
        if (row.document().isPresent()) {
            require(row.document().equals(row.family()), "another document than its own", row);
            FamilyId before = documents.putIfAbsent(row.id(), row.document().get());
            require(
                    before == null || row.document().get().equals(before),
                    "a second document",
                    row);
        }
    }

    private void documentsStay(UploadRow row) {
        boolean lost = row.isDeleted() && row.family().filter(ledger::isDeletionOrdered).isEmpty();
        require(!lost, "a document that nobody deleted is gone", row);
    }

    /// The bytes of a document, and of what becomes one, are those that were verified.
    private void bytesStay(UploadRow row) {
        if (row.document().isPresent() || row.state().equals("stored")) {
            require(hasVerifiedObject(row), "without the bytes that were verified", row);
        }
    }

    private boolean hasVerifiedObject(UploadRow row) {
        return ledger.objectOf(row.id()).isPresent()
                && store.object(row.key())
                        .map(MemoryObject::etag)
                        .equals(ledger.objectOf(row.id()));
    }

    private void whatWasToldStaysTrue(UploadRow row) {
        Optional<FamilyId> told = ledger.familyOf(row.id());
        require(told.isEmpty() || told.equals(row.family()), "told to be " + told, row);
        require(
                !ledger.isWithoutDocument(row.id()) || row.endedWithoutDocument(),
                "told to have ended without a document",
                row);
    }

    private void pathsAreClaimed(List<UploadRow> uploads) {
        List<String> due =
                uploads.stream()
                        .filter(UploadRow::claimsPath)
                        .map(row -> row.id() + " " + row.path())
                        .sorted()
                        .toList();
        require(due.equals(rows.claims()), "claims %s, not".formatted(rows.claims()), due);
        long paths = uploads.stream().filter(UploadRow::claimsPath).map(UploadRow::path).count();
        long distinct =
                uploads.stream()
                        .filter(UploadRow::claimsPath)
                        .map(UploadRow::path)
                        .distinct()
                        .count();
        require(paths == distinct, "a path of two", due);
    }

    // --- at the end

    /// Once everything works and background work has been done, nothing is under way.
    void checkQuiet() {
        for (UploadRow row : rows.uploads()) {
            require(row.hasEnded() || row.state().equals("receiving"), "still under way", row);
        }
    }

    /// Past all deadlines and removals, the storage holds the documents and nothing else.
    void checkEnd() {
        List<UploadRow> uploads = rows.uploads();
        uploads.forEach(row -> require(row.hasEnded(), "never ended", row));
        require(rows.removals().isEmpty(), "removals are left", rows.removals());
        List<ObjectKey> living =
                uploads.stream()
                        .filter(row -> row.document().isPresent())
                        .map(UploadRow::key)
                        .toList();
        List<ObjectKey> containers = rows.containers();
        for (ObjectKey key : store.objectKeys()) {
            boolean needed = living.contains(key) || containers.contains(key);
            require(needed, "bytes that nobody needs", key);
        }
        require(store.multiparts().isEmpty(), "multipart uploads are left", store.multiparts());
    }

    private static void require(boolean holds, String otherwise, Object where) {
        if (!holds) {
            throw new Violation(otherwise + ": " + where);
        }
    }
}
