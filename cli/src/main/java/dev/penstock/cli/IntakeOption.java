package dev.penstock.cli;

import dev.penstock.client.IntakeAddress;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which intake.
final class IntakeOption {
    private final Surroundings surroundings;

    @Option(
            names = "--intake",
            paramLabel = "ORG/SLUG",
            description = "The intake, like acme/large-files. Default: PENSTOCK_INTAKE.")
    Optional<String> intake = Optional.empty();

    IntakeOption(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Optional<IntakeAddress> find() {
        return intake.or(() -> surroundings.variable("PENSTOCK_INTAKE")).map(Addresses::intake);
    }

    IntakeAddress required() {
        return find().orElseThrow(() ->
                new UsageException(
                        "which intake? Give --intake ORG/SLUG or set" + " PENSTOCK_INTAKE."));
    }
}
