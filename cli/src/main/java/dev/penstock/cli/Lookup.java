package dev.penstock.cli;

import dev.penstock.client.IntakeAddress;
import dev.penstock.client.PenstockClient;
import dev.penstock.contract.ApiKeyJson;
import dev.penstock.contract.DocumentStoreJson;
import dev.penstock.contract.IntakeJson;
import dev.penstock.contract.IntakeTokenJson;
import dev.penstock.contract.OrganizationFeatureJson;
import dev.penstock.contract.OrganizationJson;
import dev.penstock.contract.OrganizationLabelJson;
import dev.penstock.contract.OrganizationStatusJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    static OrganizationLabelJson label(PenstockClient client, LabelAddress address) {
        return only(
                client.labels().list(within(client, address.organization())),
                l -> l.name().equals(address.name()),
                "label",
                address.toString());
    }

    static OrganizationStatusJson status(PenstockClient client, IntakeAddress address) {
        return only(
                client.statuses().list(within(client, address.organization())),
                s -> s.slug().equals(address.intake()),
                "document status",
                address.toString());
    }

    static OrganizationFeatureJson feature(PenstockClient client, IntakeAddress address) {
        return only(
                client.features().list(within(client, address.organization())),
                f -> f.slug().equals(address.intake()),
                "knowledge feature",
                address.toString());
    }

    /// The filter of what belongs to the organization.
    static Map<String, String> within(PenstockClient client, String organization) {
        return Map.of("organizationId", organization(client, organization).id().toString());
    }

    /// The slugs of the organizations that the key knows, by id.
    static Map<UUID, String> slugs(PenstockClient client) {
        return client.organizations().list().stream()
                .collect(Collectors.toMap(OrganizationJson::id, OrganizationJson::slug));
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
