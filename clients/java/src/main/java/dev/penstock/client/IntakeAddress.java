package dev.penstock.client;

import java.util.regex.Pattern;

/// Where an intake is found: the slugs of its organization and of itself, `acme/large-files` in
/// text.
public record IntakeAddress(String organization, String intake) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{3,100}");

    /// @throws IllegalArgumentException unless both are slugs: 3 to 100 of `a-z`, `0-9` and `-`
    public IntakeAddress {
        if (!SLUG.matcher(organization).matches() || !SLUG.matcher(intake).matches()) {
            throw new IllegalArgumentException(
                    "an intake is named organization/slug, like acme/large-files");
        }
    }

    /// @throws IllegalArgumentException unless it reads `organization/slug`
    public static IntakeAddress parse(String text) {
        int slash = text.indexOf('/');
        return new IntakeAddress(text.substring(0, Math.max(0, slash)), text.substring(slash + 1));
    }

    String route() {
        return "/api/intake/" + organization + "/" + intake;
    }

    @Override
    public String toString() {
        return organization + "/" + intake;
    }
}
