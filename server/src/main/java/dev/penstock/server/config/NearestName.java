package dev.penstock.server.config;

import java.util.Comparator;
import java.util.stream.Stream;

/// Finds the name that somebody may have meant.
final class NearestName {
    private static final int FARTHEST = 3;
    private static final int CHARACTERS_PER_SLIP = 3;

    private NearestName() {}

    /// The end of a sentence that names the nearest of the known names; empty if none is near.
    ///
    /// @param prefix what all of the names begin with; it says nothing about what was meant
    static String hint(String prefix, String name, Stream<String> known) {
        int farthest = Math.min(FARTHEST, (name.length() - prefix.length()) / CHARACTERS_PER_SLIP);
        return known.filter(other -> distance(name, other) <= farthest)
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    /// How many characters must be put in, taken out or changed: Levenshtein's distance.
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
