package dev.penstock.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/// Sizes as people write and read them; `MiB` is 2^20.
final class Sizes {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15})\\s*([kmgt]?)(i?b)?");
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private Sizes() {}

    /// Reads `8388608`, `8MiB`, `8m`.
    ///
    /// @throws UsageException when it is none
    static long parse(String text) {
        var matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new UsageException(
                    "'%s' is no size; write it like 64MiB or 67108864.".formatted(text));
        }
        int shift = "kmgt".indexOf(matcher.group(2)) + 1;
        long factor = matcher.group(2).isEmpty() ? 1 : 1L << (10 * shift);
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), factor);
        } catch (ArithmeticException e) {
            throw new UsageException("'%s' is too large.".formatted(text));
        }
    }

    /// `1.5 GiB`.
    static String text(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0
                ? bytes + " bytes"
                : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
