package dev.penstock.cli;

import dev.penstock.contract.LabelCreate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "label",
        description = {
            "Manages the labels that documents may have (needs an API key).",
            "Names are in upper case; an upload's labels are made when they are new."
        },
        footer = {
            "",
            "Examples:",
            "  penstock label create acme/urgent --color '#d9480f'",
            "  penstock label list --org acme"
        })
final class LabelCommand extends Management {

    LabelCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Makes a label.")
    int create(@Parameters(paramLabel = "ORG/NAME") String label, @Mixin ColorOption color) {
        var address = Addresses.label(label);
        return run(client -> {
            var organization = Lookup.organization(client, address.organization());
            output.object(
                    client.labels()
                            .create(
                                    new LabelCreate(
                                            organization.id(), address.name(), color.creation())));
        });
    }

    @Command(description = "Lists the labels that the key reaches.")
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
                    List.of("LABEL", "COLOR", "ID"),
                    client.labels().list(filter),
                    o ->
                            List.of(
                                    slugs.getOrDefault(o.organizationId(), "?") + "/" + o.name(),
                                    o.color().orElse("-"),
                                    o.id().toString()));
        });
    }

    @Command(description = "Shows a label.")
    int show(@Parameters(paramLabel = "ORG/NAME") String label) {
        var address = Addresses.label(label);
        return run(client -> output.object(Lookup.label(client, address)));
    }

    @Command(description = "Changes a label.")
    int set(
            @Parameters(paramLabel = "ORG/NAME") String label,
            @Option(names = "--name", description = "Another name.") Optional<String> name,
            @Mixin ColorOption color) {
        var address = Addresses.label(label);
        var members = new LinkedHashMap<String, @Nullable Object>();
        name.ifPresent(n -> members.put("name", n));
        color.putInto(members);
        if (members.isEmpty()) {
            throw new UsageException("what shall be changed? --help lists it.");
        }
        return run(client -> {
            var found = Lookup.label(client, address);
            output.object(client.labels().change(found.id(), members));
        });
    }

    @Command(description = "Deletes a label: it is taken off every document.")
    int delete(@Parameters(paramLabel = "ORG/NAME") String label) {
        var address = Addresses.label(label);
        return run(client -> {
            client.labels().delete(Lookup.label(client, address).id());
            deleted("label " + address);
        });
    }
}
