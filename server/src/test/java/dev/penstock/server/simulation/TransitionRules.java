package dev.penstock.server.simulation;

import dev.penstock.server.simulation.Rows.UploadRow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which change of a row one step may make, and what must be so at that moment.
record TransitionRules(Rows rows, MemoryStore store) {
    private static final Map<String, Set<String>> LEGAL =
            Map.of(
                    "receiving", Set.of("receiving", "completing", "failed", "aborted", "expired"),
                    "completing", Set.of("completing", "receiving", "stored", "failed"),
                    "stored", Set.of("stored", "completed", "failed", "aborted", "expired"));

    void check(UploadRow before, UploadRow after) {
        if (before.hasEnded()) {
            boolean same =
                    before.state().equals(after.state())
                            && before.cause().equals(after.cause())
                            && before.family().equals(after.family())
                            && before.version() == after.version();
            require(same, "an end was changed", before, after);
            boolean deleted = before.document().isPresent() && after.document().isEmpty();
            require(!deleted || hasRemoval(after), "deleted without a removal", before, after);
            return;
        }
        require(
                LEGAL.getOrDefault(before.state(), Set.of()).contains(after.state()),
                "an illegal step",
                before,
                after);
        require(
                after.version() == before.version() + 1 || sameButLease(before, after),
                "a version was skipped",
                before,
                after);
        if (before.state().equals("completing") && after.state().equals("receiving")) {
            require(isOpen(after), "given back without its parts", before, after);
        }
        if (after.endedWithoutDocument()) {
            require(hasRemoval(after), "ended without a removal", before, after);
        }
        if (after.cause().equals(Optional.of("storage-unavailable"))) {
            require(before.multipart().isEmpty(), "failed though it was opened", before, after);
        }
        if (after.cause().equals(Optional.of("upload-lost"))) {
            require(!isOpen(before), "called lost, and is open", before, after);
            require(isGone(before), "called lost, and is there", before, after);
        }
    }

    /// An upload that was given back has a cause. An earlier call that was still on its way may
    /// have joined other parts since, or these unseen: they are lost to it all the same.
    private boolean isGone(UploadRow row) {
        return row.cause().isPresent() || store.object(row.key()).isEmpty();
    }

    private static boolean sameButLease(UploadRow before, UploadRow after) {
        return before.version() == after.version() && before.state().equals(after.state());
    }

    private boolean isOpen(UploadRow row) {
        return row.multipart().flatMap(m -> store.find(row.key(), m)).isPresent();
    }

    private boolean hasRemoval(UploadRow row) {
        return rows.removals().contains(row.key().value());
    }

    private static void require(
            boolean holds, String otherwise, UploadRow before, UploadRow after) {
        if (!holds) {
            throw new Violation("%s: %s → %s".formatted(otherwise, before, after));
        }
    }
}
