package dev.penstock.testkit.misbehaving;

import java.util.Comparator;
import java.util.List;

/// Names that must be one of a list.
final class Names {

    /// @param what the name of, as the message puts it
    static void require(String name, List<String> known, String what) {
        if (!known.contains(name)) {
            throw unknown(name, known, what);
        }
    }

    static PlanException unknown(String name, List<String> known, String what) {
        return new PlanException(
                "there is no "
                        + what
                        + " '"
                        + name
                        + "'; the nearest is '"
                        + nearest(name, known)
                        + "'");
    }

    private static String nearest(String name, List<String> known) {
        return known.stream().min(Comparator.comparingInt(k -> distance(name, k))).orElse("");
    }

    /// How many letters must be added, taken away or changed (Levenshtein).
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private Names() {}
}
