package dev.penstock.cli;

import dev.penstock.contract.IntakeTokenCreate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "token",
        description = {
            "Manages the tokens of an intake (needs an API key).",
            "A token is made and deleted; it cannot be changed."
        },
        footer = {
            "",
            "Examples:",
            "  penstock token create acme/large-files --name nightly --expires P90D",
            "  penstock token delete acme/large-files nightly"
        })
final class TokenCommand extends Management {

    TokenCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Makes a token and prints its secret, this once.")
    int create(
            @Parameters(paramLabel = "ORG/SLUG") String intake,
            @Option(names = "--name", required = true, description = "Who will use it.")
                    String name,
            @Option(
                            names = "--expires",
                            paramLabel = "DURATION",
                            description = "How long it lives, like P30D. Default: for ever.")
                    Optional<String> expires) {
        var address = Addresses.intake(intake);
        var expiresAt = expires.map(duration -> Times.after(duration, Instant.now()));
        return run(client -> {
            var found = Lookup.intake(client, address);
            var token = client.tokens(found.id()).create(new IntakeTokenCreate(name, expiresAt));
            output.object(token);
        });
    }

    @Command(description = "Lists the tokens of an intake.")
    int list(@Parameters(paramLabel = "ORG/SLUG") String intake) {
        var address = Addresses.intake(intake);
        return run(client ->
                output.table(
                        List.of("TOKEN", "NAME", "EXPIRES", "LAST USED"),
                        client.tokens(Lookup.intake(client, address).id()).list(),
                        t ->
                                List.of(
                                        t.id().toString(),
                                        t.name(),
                                        t.expiresAt().map(Times::text).orElse("never"),
                                        t.lastUsedOn().map(Times::text).orElse("never"))));
    }

    @Command(description = "Shows a token, without its secret.")
    int show(
            @Parameters(paramLabel = "ORG/SLUG") String intake,
            @Parameters(paramLabel = "NAME|ID") String token) {
        var address = Addresses.intake(intake);
        return run(client ->
                output.object(Lookup.token(client, Lookup.intake(client, address).id(), token)));
    }

    @Command(description = "Deletes a token: it dies at once.")
    int delete(
            @Parameters(paramLabel = "ORG/SLUG") String intake,
            @Parameters(paramLabel = "NAME|ID") String token) {
        var address = Addresses.intake(intake);
        return run(client -> {
            var intakeId = Lookup.intake(client, address).id();
            var found = Lookup.token(client, intakeId, token);
            client.tokens(intakeId).delete(found.id());
            deleted("token " + token);
        });
    }
}
