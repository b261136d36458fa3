package dev.penstock.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// What clients were told, and what must not have happened.
final class Ledger {
    private final Map<KnownFile, Fate> fates = new HashMap<>();
    private final Set<String> over = new TreeSet<>();
    private final List<String> surprises = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void became(KnownFile file, Fate fate) {
        fates.put(file, fate);
        count(fate.getClass().getSimpleName());
    }

    synchronized Map<KnownFile, Fate> fates() {
        return Map.copyOf(fates);
    }

    /// The client was told that an upload never becomes a document.
    synchronized void isOver(UUID upload) {
        over.add(upload.toString());
        count("told it is over");
    }

    synchronized Set<String> over() {
        return Set.copyOf(over);
    }

    synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    synchronized void surprise(String what) {
        surprises.add(what);
    }

    synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
