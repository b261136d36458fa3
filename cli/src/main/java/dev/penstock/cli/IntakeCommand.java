package dev.penstock.cli;

import dev.penstock.client.IntakeAddress;
import dev.penstock.client.PenstockClient;
import dev.penstock.contract.IntakeJson;
import dev.penstock.contract.StoreReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "intake",
        description = "Manages intakes (needs an API key).",
        footer = {
            "",
            "Examples:",
            "  penstock intake create acme/large-files --store acme/inbox --large-uploads on"
                    + " --active",
            "  penstock intake set acme/large-files --large-uploads off",
            "  penstock intake show acme/large-files --json"
        })
final class IntakeCommand extends Management {

    IntakeCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Makes an intake.")
    int create(
            @Parameters(paramLabel = "ORG/SLUG") String intake,
            @Option(
                            names = "--store",
                            paramLabel = "ORG/SLUG",
                            required = true,
                            description = "The document store that it fills.")
                    String store,
            @Mixin IntakeMembers members) {
        var address = Addresses.intake(intake);
        var target = Addresses.store(store);
        if (!target.organization().equals(address.organization())) {
            throw new UsageException(
                    "an intake belongs to the organization of its store: %s and %s are two."
                            .formatted(address.organization(), target.organization()));
        }
        var features = features(address, members);
        var reference = StoreReference.ofRef(target.toString());
        return run(client -> {
            var ids = features.map(named -> ids(client, named));
            output.object(
                    client.intakes().create(members.creation(address.intake(), reference, ids)));
        });
    }

    /// Where the features are that the command line names: in the intake's organization.
    private static Optional<List<IntakeAddress>> features(
            IntakeAddress intake, IntakeMembers members) {
        return members.features()
                .map(slugs ->
                        slugs.stream()
                                .map(slug -> Addresses.feature(intake.organization() + "/" + slug))
                                .toList());
    }

    private static List<UUID> ids(PenstockClient client, List<IntakeAddress> features) {
        return features.stream().map(f -> Lookup.feature(client, f).id()).toList();
    }

    @Command(description = "Lists the intakes that the key reaches.")
    int list() {
        return run(client ->
                output.table(
                        List.of("INTAKE", "STORE", "ACTIVE", "LARGE UPLOADS", "NAME"),
                        client.intakes().list(),
                        IntakeCommand::cells));
    }

    private static List<String> cells(IntakeJson intake) {
        return List.of(
                intake.orgSlug() + "/" + intake.slug(),
                intake.store().ref().orElse("-"),
                onOff(intake.active()),
                onOff(intake.largeUploadEnabled()),
                intake.name());
    }

    private static String onOff(boolean value) {
        return value ? "on" : "off";
    }

    @Command(description = "Shows an intake.")
    int show(@Parameters(paramLabel = "ORG/SLUG") String intake) {
        var address = Addresses.intake(intake);
        return run(client -> output.object(Lookup.intake(client, address)));
    }

    @Command(description = "Changes an intake.")
    int set(
            @Parameters(paramLabel = "ORG/SLUG") String intake,
            @Option(
                            names = "--store",
                            paramLabel = "ORG/SLUG",
                            description = "The document store that it fills from now on.")
                    Optional<String> store,
            @Mixin IntakeMembers members) {
        var address = Addresses.intake(intake);
        var change = members.change();
        store.map(Addresses::store)
                .ifPresent(ref -> change.put("store", Map.of("ref", ref.toString())));
        var features = features(address, members);
        if (change.isEmpty() && features.isEmpty()) {
            throw new UsageException("what shall be changed? --help lists it.");
        }
        return run(client -> {
            var found = Lookup.intake(client, address);
            features.ifPresent(named -> change.put("knowledgeFeatureIds", ids(client, named)));
            output.object(client.intakes().change(found.id(), change));
        });
    }

    @Command(description = "Deletes an intake: its tokens die, its documents stay.")
    int delete(@Parameters(paramLabel = "ORG/SLUG") String intake) {
        var address = Addresses.intake(intake);
        return run(client -> {
            client.intakes().delete(Lookup.intake(client, address).id());
            deleted("intake " + address);
        });
    }
}
