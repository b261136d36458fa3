package dev.penstock.server.http.management;

import dev.penstock.core.intake.Slug;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.vocabulary.LabelName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Collects what is wrong with the fields of a body, so that a caller learns all of it at once.
final class Fields {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 4000;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final List<Problem.InvalidField> wrong = new ArrayList<>();

    void reject(String field, String reason) {
        wrong.add(new Problem.InvalidField(field, reason));
    }

    void slug(String text) {
        if (!Slug.isValid(text)) {
            reject("slug", "must be 3 to 100 of a-z, 0-9 and -");
        }
    }

    void name(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME) {
            reject("name", "must have 1 to %d characters, not all blank".formatted(LONGEST_NAME));
        } else if (text.codePoints().anyMatch(Character::isISOControl)) {
            reject("name", "must not hold control characters");
        }
    }

    /// A name of a label, in any case.
    void labelName(String text) {
        try {
            new LabelName(text);
        } catch (IllegalArgumentException e) {
            reject(
                    "name",
                    "must have 1 to 100 characters in upper case, without commas and control"
                            + " characters");
        }
    }

    void color(String text) {
        if (!COLOR.matcher(text).matches()) {
            reject("color", "must be #rrggbb in hexadecimal digits");
        }
    }

    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// Like a name, but empty or long, and of many lines.
    void description(String text) {
        if (text.length() > LONGEST_DESCRIPTION) {
            reject("description", "must have at most %d characters".formatted(LONGEST_DESCRIPTION));
        } else if (text.codePoints().anyMatch(Fields::isNoText)) {
            reject("description", "must not hold control characters but tabs and line ends");
        }
    }

    private static boolean isNoText(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    }

    /// A read-only member may be there as GET gave it.
    <T> void unchanged(String field, Optional<T> given, T current) {
        if (given.isPresent() && !given.get().equals(current)) {
            reject(field, "cannot be changed");
        }
    }

    /// @throws ProblemException `invalid-field` with all that was rejected
    void requireNone() {
        if (!wrong.isEmpty()) {
            throw new Problem.InvalidFields(wrong).asException();
        }
    }

    static ProblemException invalid(String field, String reason) {
        return new Problem.InvalidFields(List.of(new Problem.InvalidField(field, reason)))
                .asException();
    }
}
