package dev.penstock.cli;

import dev.penstock.contract.DocumentStoreCreate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "store",
        description = "Manages document stores (needs an API key).",
        footer = {"", "Examples:", "  penstock store create acme/inbox", "  penstock store list"})
final class StoreCommand extends Management {

    StoreCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Makes a document store.")
    int create(
            @Parameters(paramLabel = "ORG/SLUG") String store,
            @Option(names = "--name", description = "Default: the slug.") Optional<String> name) {
        var address = Addresses.store(store);
        return run(client -> {
            var organization = Lookup.organization(client, address.organization());
            output.object(
                    client.stores()
                            .create(
                                    new DocumentStoreCreate(
                                            organization.id(),
                                            address.intake(),
                                            name.orElse(address.intake()))));
        });
    }

    @Command(description = "Lists the document stores that the key reaches.")
    int list() {
        return run(client ->
                output.table(
                        List.of("STORE", "NAME", "CREATED"),
                        client.stores().list(),
                        s -> List.of(s.ref(), s.name(), Times.text(s.createdOn()))));
    }

    @Command(description = "Shows a document store.")
    int show(@Parameters(paramLabel = "ORG/SLUG") String store) {
        var address = Addresses.store(store);
        return run(client -> output.object(Lookup.store(client, address)));
    }

    @Command(description = "Changes a document store.")
    int set(
            @Parameters(paramLabel = "ORG/SLUG") String store,
            @Option(names = "--name", required = true) String name) {
        var address = Addresses.store(store);
        return run(client -> {
            var found = Lookup.store(client, address);
            output.object(client.stores().change(found.id(), Map.of("name", name)));
        });
    }

    @Command(description = "Deletes a document store that has no intakes and no documents.")
    int delete(@Parameters(paramLabel = "ORG/SLUG") String store) {
        var address = Addresses.store(store);
        return run(client -> {
            client.stores().delete(Lookup.store(client, address).id());
            deleted("document store " + address);
        });
    }
}
