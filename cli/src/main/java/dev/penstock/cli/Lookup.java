package dev.penstock.cli;

import dev.penstock.client.IntakeAddress;
import dev.penstock.client.PenstockClient;
import dev.penstock.contract.ApiKeyJson;
import dev.penstock.contract.DocumentStoreJson;
import dev.penstock.contract.IntakeJson;
import dev.penstock.contract.IntakeTokenJson;
import dev.penstock.contract.OrganizationJson;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/// Finds what a command line names by slug or name; the routes know ids only.
final class Lookup {
    private Lookup() {}

    static OrganizationJson organization(PenstockClient client, String slug) {
        return only(
                client.organizations().list(), o -> o.slug().equals(slug), "organization", slug);
    }

    static DocumentStoreJson store(PenstockClient client, IntakeAddress address) {
        var ref = address.toString();
        return only(client.stores().list(), s -> s.ref().equals(ref), "document store", ref);
    }

    static IntakeJson intake(PenstockClient client, IntakeAddress address) {
        return only(
                client.intakes().list(),
                i ->
                        i.orgSlug().equals(address.organization())
                                && i.slug().equals(address.intake()),
                "intake",
                address.toString());
    }

    static IntakeTokenJson token(PenstockClient client, UUID intakeId, String nameOrId) {
        return only(
                client.tokens(intakeId).list(),
                named(nameOrId, IntakeTokenJson::name, IntakeTokenJson::id),
                "token",
                nameOrId);
    }

    static ApiKeyJson key(PenstockClient client, String nameOrId) {
        return only(
                client.apiKeys().list(),
                named(nameOrId, ApiKeyJson::name, ApiKeyJson::id),
                "key",
                nameOrId);
    }

    private static <T> Predicate<T> named(
            String nameOrId, Function<T, String> name, Function<T, UUID> id) {
        return object ->
                name.apply(object).equals(nameOrId) || id.apply(object).toString().equals(nameOrId);
    }

    private static <T> T only(List<T> all, Predicate<T> wanted, String what, String name) {
        var found = all.stream().filter(wanted).toList();
        if (found.size() > 1) {
            throw new FailedException(
                    "there are %d of the name %s; use the id.".formatted(found.size(), name));
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() ->
                        new FailedException(
                                "there is no %s %s that this key may see.".formatted(what, name)));
    }
}
