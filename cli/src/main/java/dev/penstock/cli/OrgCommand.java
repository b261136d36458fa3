package dev.penstock.cli;

import dev.penstock.contract.OrganizationCreate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "org",
        description = "Manages organizations (needs an API key).",
        footer = {
            "",
            "Examples:",
            "  penstock org create acme --name 'Acme Ltd'",
            "  penstock org list"
        })
final class OrgCommand extends Management {

    OrgCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Makes an organization.")
    int create(
            @Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--name", description = "Default: the slug.") Optional<String> name) {
        return run(client ->
                output.object(
                        client.organizations()
                                .create(new OrganizationCreate(slug, name.orElse(slug)))));
    }

    @Command(description = "Lists the organizations that the key reaches.")
    int list() {
        return run(client ->
                output.table(
                        List.of("ORGANIZATION", "NAME", "CREATED"),
                        client.organizations().list(),
                        o -> List.of(o.slug(), o.name(), Times.text(o.createdOn()))));
    }

    @Command(description = "Shows an organization.")
    int show(@Parameters(paramLabel = "SLUG") String slug) {
        return run(client -> output.object(Lookup.organization(client, slug)));
    }

    @Command(description = "Changes an organization.")
    int set(
            @Parameters(paramLabel = "SLUG") String slug,
            @Option(names = "--name", required = true) String name) {
        return run(client -> {
            var found = Lookup.organization(client, slug);
            output.object(client.organizations().change(found.id(), Map.of("name", name)));
        });
    }

    @Command(description = "Deletes an organization that has no stores.")
    int delete(@Parameters(paramLabel = "SLUG") String slug) {
        return run(client -> {
            client.organizations().delete(Lookup.organization(client, slug).id());
            deleted("organization " + slug);
        });
    }
}
