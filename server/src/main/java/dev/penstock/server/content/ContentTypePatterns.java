package dev.penstock.server.content;

import java.util.List;
import java.util.Locale;

/// The content types that an intake takes.
public final class ContentTypePatterns {

    /// @param allowed entries `type/subtype` or `type/*`, in any case; none allows all
    /// @param found `type/subtype`, as [ContentTypes#detect] gives it
    public static boolean isAllowed(List<String> allowed, String found) {
        return allowed.isEmpty()
                || allowed.stream()
                        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(entry -> matches(entry, found));
    }

    private static boolean matches(String entry, String found) {
        return entry.endsWith("/*")
                ? found.startsWith(entry.substring(0, entry.length() - 1))
                : entry.equals(found);
    }

    private ContentTypePatterns() {}
}
