package dev.penstock.cli;

import dev.penstock.client.IntakeAddress;
import java.util.Optional;
import java.util.UUID;

/// What people write on the command line to say which thing they mean.
final class Addresses {
    private Addresses() {}

    static IntakeAddress intake(String text) {
        return pair(text, "an intake", "acme/large-files");
    }

    /// A store is named like an intake.
    static IntakeAddress store(String text) {
        return pair(text, "a document store", "acme/inbox");
    }

    /// A document status is named like an intake.
    static IntakeAddress status(String text) {
        return pair(text, "a document status", "acme/new");
    }

    /// A knowledge feature is named like an intake.
    static IntakeAddress feature(String text) {
        return pair(text, "a knowledge feature", "acme/totals");
    }

    static LabelAddress label(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || text.substring(slash + 1).isBlank()) {
            throw new UsageException(
                    "a label is named ORG/NAME, like acme/URGENT; '%s' is not.".formatted(text));
        }
        return new LabelAddress(text.substring(0, slash), text.substring(slash + 1));
    }

    private static IntakeAddress pair(String text, String what, String example) {
        try {
            return IntakeAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "%s is named ORG/SLUG, like %s; '%s' is not.".formatted(what, example, text));
        }
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
