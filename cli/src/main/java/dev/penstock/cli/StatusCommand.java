package dev.penstock.cli;

import dev.penstock.contract.DocumentStatusCreate;
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
        name = "status",
        description = "Manages the statuses that documents may have (needs an API key).",
        footer = {
            "",
            "Examples:",
            "  penstock status create acme/new --name New --color '#2b8a3e'",
            "  penstock status list --org acme"
        })
final class StatusCommand extends Management {

    StatusCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Makes a document status.")
    int create(
            @Parameters(paramLabel = "ORG/SLUG") String status,
            @Option(names = "--name", description = "Default: the slug.") Optional<String> name,
            @Mixin ColorOption color) {
        var address = Addresses.status(status);
        return run(client -> {
            var organization = Lookup.organization(client, address.organization());
            output.object(
                    client.statuses()
                            .create(
                                    new DocumentStatusCreate(
                                            organization.id(),
                                            address.intake(),
                                            name.orElse(address.intake()),
                                            color.creation())));
        });
    }

    @Command(description = "Lists the document statuses that the key reaches.")
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
                    List.of("STATUS", "NAME", "COLOR", "ID"),
                    client.statuses().list(filter),
                    o ->
                            List.of(
                                    slugs.getOrDefault(o.organizationId(), "?") + "/" + o.slug(),
                                    o.name(),
                                    o.color().orElse("-"),
                                    o.id().toString()));
        });
    }

    @Command(description = "Shows a document status.")
    int show(@Parameters(paramLabel = "ORG/SLUG") String status) {
        var address = Addresses.status(status);
        return run(client -> output.object(Lookup.status(client, address)));
    }

    @Command(description = "Changes a document status.")
    int set(
            @Parameters(paramLabel = "ORG/SLUG") String status,
            @Option(names = "--name", description = "Another name.") Optional<String> name,
            @Mixin ColorOption color) {
        var address = Addresses.status(status);
        var members = new LinkedHashMap<String, @Nullable Object>();
        name.ifPresent(n -> members.put("name", n));
        color.putInto(members);
        if (members.isEmpty()) {
            throw new UsageException("what shall be changed? --help lists it.");
        }
        return run(client -> {
            var found = Lookup.status(client, address);
            output.object(client.statuses().change(found.id(), members));
        });
    }

    @Command(description = "Deletes a document status that no document has.")
    int delete(@Parameters(paramLabel = "ORG/SLUG") String status) {
        var address = Addresses.status(status);
        return run(client -> {
            client.statuses().delete(Lookup.status(client, address).id());
            deleted("document status " + address);
        });
    }
}
