package dev.penstock.core.intake;

import java.util.regex.Pattern;

/// A name in URLs: 3 to 100 of `[a-z0-9-]`.
public record Slug(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{3,100}");

    public Slug {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a slug is 3 to 100 of a-z, 0-9 and -");
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
