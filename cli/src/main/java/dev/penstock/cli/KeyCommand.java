package dev.penstock.cli;

import dev.penstock.client.PenstockClient;
import dev.penstock.contract.ApiKeyCreate;
import dev.penstock.contract.ApiKeyJson;
import dev.penstock.contract.GrantJson;
import dev.penstock.contract.OrganizationJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "key",
        description = "Manages API keys (needs an administrator's).",
        footer = {
            "",
            "A grant names an organization and what is allowed there: intake:read, intake:create,",
            "intake:update, intake:delete, store:upload, store:read, store:update, store:delete,"
                    + " admin.",
            "",
            "Examples:",
            "  penstock key create --name reports --grant acme=store:read --expires P1Y",
            "  penstock key create --name root --grant '*=admin'"
        })
final class KeyCommand extends Management {
    private static final String EVERYWHERE = "*";

    KeyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Command(description = "Makes a key and prints its secret, this once.")
    int create(
            @Option(names = "--name", required = true, description = "Who will use it.")
                    String name,
            @Option(
                            names = "--grant",
                            paramLabel = "ORG=PERMISSION[,PERMISSION]",
                            required = true,
                            description = "May be repeated; * is every organization.")
                    List<String> grants,
            @Option(
                            names = "--expires",
                            paramLabel = "DURATION",
                            description = "How long it lives, like P30D. Default: for ever.")
                    Optional<String> expires) {
        var expiresAt = expires.map(duration -> Times.after(duration, Instant.now()));
        return run(client ->
                output.object(
                        client.apiKeys()
                                .create(new ApiKeyCreate(name, read(client, grants), expiresAt))));
    }

    private static List<GrantJson> read(PenstockClient client, List<String> grants) {
        return grants.stream().map(grant -> read(client, grant)).toList();
    }

    private static GrantJson read(PenstockClient client, String grant) {
        int equals = grant.indexOf('=');
        if (equals < 1) {
            throw new UsageException(
                    "'%s' is no grant; write it like acme=store:read,store:upload."
                            .formatted(grant));
        }
        var organization = grant.substring(0, equals);
        var permissions = List.of(grant.substring(equals + 1).split(",", -1));
        return new GrantJson(
                organization.equals(EVERYWHERE)
                        ? EVERYWHERE
                        : Lookup.organization(client, organization).id().toString(),
                permissions);
    }

    @Command(description = "Lists the keys that the key may administer.")
    int list() {
        return run(client -> {
            var slugs =
                    client.organizations().list().stream()
                            .collect(
                                    Collectors.toMap(
                                            o -> o.id().toString(), OrganizationJson::slug));
            output.table(
                    List.of("KEY", "NAME", "EXPIRES", "GRANTS"),
                    client.apiKeys().list(),
                    key -> cells(key, slugs));
        });
    }

    /// @param slugs of organizations, by id
    private static List<String> cells(ApiKeyJson key, Map<String, String> slugs) {
        return List.of(
                key.id().toString(),
                key.name(),
                key.expiresAt().map(Times::text).orElse("never"),
                key.grants().stream()
                        .map(grant -> text(grant, slugs))
                        .collect(Collectors.joining(" ")));
    }

    /// As `--grant` reads it.
    private static String text(GrantJson grant, Map<String, String> slugs) {
        var organization = grant.organizationId();
        return slugs.getOrDefault(organization, organization)
                + "="
                + String.join(",", grant.permissions());
    }

    @Command(description = "Shows a key, without its secret.")
    int show(@Parameters(paramLabel = "NAME|ID") String key) {
        return run(client -> output.object(Lookup.key(client, key)));
    }

    @Command(description = "Changes a key; grants that are named take the place of all it had.")
    int set(
            @Parameters(paramLabel = "NAME|ID") String key,
            @Option(names = "--name", description = "Another name.") Optional<String> name,
            @Option(
                            names = "--grant",
                            paramLabel = "ORG=PERMISSION[,PERMISSION]",
                            description = "May be repeated; * is every organization.")
                    @Nullable List<String> grants,
            @Option(
                            names = "--expires",
                            paramLabel = "DURATION",
                            description = "How long it lives from now, like P30D.")
                    Optional<String> expires) {
        var expiresAt = expires.map(duration -> Times.after(duration, Instant.now()));
        if (name.isEmpty() && grants == null && expires.isEmpty()) {
            throw new UsageException("what shall be changed? --help lists it.");
        }
        return run(client -> {
            var members = new LinkedHashMap<String, @Nullable Object>();
            name.ifPresent(v -> members.put("name", v));
            if (grants != null) {
                members.put("grants", read(client, grants));
            }
            expiresAt.ifPresent(v -> members.put("expiresAt", v));
            var found = Lookup.key(client, key);
            output.object(client.apiKeys().change(found.id(), members));
        });
    }

    @Command(description = "Deletes a key: it dies at once.")
    int delete(@Parameters(paramLabel = "NAME|ID") String key) {
        return run(client -> {
            client.apiKeys().delete(Lookup.key(client, key).id());
            deleted("key " + key);
        });
    }
}
