package dev.penstock.cli;

import dev.penstock.contract.KnowledgeFeatureCreate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "feature",
        description = "Manages knowledge features (needs an API key).",
        footer = {
            "",
            "Examples:",
            "  penstock feature create acme/totals --name Totals",
            "  penstock intake set acme/large-files --feature totals"
        })
final class FeatureCommand extends Management {

    FeatureCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Makes a knowledge feature.")
    int create(
            @Parameters(paramLabel = "ORG/SLUG") String feature,
            @Option(names = "--name", description = "Default: the slug.") Optional<String> name) {
        var address = Addresses.feature(feature);
        return run(client -> {
            var organization = Lookup.organization(client, address.organization());
            output.object(
                    client.features()
                            .create(
                                    new KnowledgeFeatureCreate(
                                            organization.id(),
                                            address.intake(),
                                            name.orElse(address.intake()))));
        });
    }

    @Command(description = "Lists the knowledge features that the key reaches.")
    int list(
            @Option(
                            names = "--org",
                            paramLabel = "SLUG",
                            description = "Only those of this organization.")
                    Optional<String> org) {
        return run(client -> {
            var filter = org.map(slug -> Lookup.within(client, slug)).orElse(Map.of());
            var slugs = output.json ? Map.<UUID, String>of() : Lookup.slugs(client);
            output.table(
                    List.of("FEATURE", "NAME", "ID"),
                    client.features().list(filter),
                    o ->
                            List.of(
                                    slugs.getOrDefault(o.organizationId(), "?") + "/" + o.slug(),
                                    o.name(),
                                    o.id().toString()));
        });
    }

    @Command(description = "Shows a knowledge feature.")
    int show(@Parameters(paramLabel = "ORG/SLUG") String feature) {
        var address = Addresses.feature(feature);
        return run(client -> output.object(Lookup.feature(client, address)));
    }

    @Command(description = "Changes a knowledge feature.")
    int set(
            @Parameters(paramLabel = "ORG/SLUG") String feature,
            @Option(names = "--name", required = true) String name) {
        var address = Addresses.feature(feature);
        return run(client -> {
            var found = Lookup.feature(client, address);
            output.object(client.features().change(found.id(), Map.of("name", name)));
        });
    }

    @Command(
            description = "Deletes a knowledge feature: it is taken off every intake and document.")
    int delete(@Parameters(paramLabel = "ORG/SLUG") String feature) {
        var address = Addresses.feature(feature);
        return run(client -> {
            client.features().delete(Lookup.feature(client, address).id());
            deleted("knowledge feature " + address);
        });
    }
}
