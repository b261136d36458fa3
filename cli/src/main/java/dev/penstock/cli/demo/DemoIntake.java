package dev.penstock.cli.demo;

import dev.penstock.client.IntakeAddress;
import dev.penstock.client.PenstockClient;
import dev.penstock.contract.DocumentStoreCreate;
import dev.penstock.contract.IntakeCreate;
import dev.penstock.contract.IntakeTokenCreate;
import dev.penstock.contract.OrganizationCreate;
import dev.penstock.contract.StoreReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// An intake that takes large uploads, and a token for it.
public record DemoIntake(IntakeAddress address, String token) {
    private static final IntakeAddress ADDRESS = new IntakeAddress("acme", "large-files");
    private static final String STORE = "inbox";
    private static final Duration TOKEN_LIFE = Duration.ofDays(7);

    /// Makes what is not there yet.
    ///
    /// @param admin with an administrator's key
    public static DemoIntake prepare(PenstockClient admin) {
        makeStore(admin, organization(admin));
        var token =
                admin.tokens(intake(admin))
                        .create(
                                new IntakeTokenCreate(
                                        "demo", Optional.of(Instant.now().plus(TOKEN_LIFE))));
        return new DemoIntake(ADDRESS, token.token().orElseThrow());
    }

    private static UUID organization(PenstockClient admin) {
        var slug = ADDRESS.organization();
        return first(
                        admin.organizations().list(),
                        o -> o.slug().equals(slug),
                        () -> admin.organizations().create(new OrganizationCreate(slug, "Acme")))
                .id();
    }

    private static void makeStore(PenstockClient admin, UUID organization) {
        var wanted = new DocumentStoreCreate(organization, STORE, "Inbox");
        first(
                admin.stores().list(),
                s -> s.ref().equals(storeRef()),
                () -> admin.stores().create(wanted));
    }

    private static String storeRef() {
        return ADDRESS.organization() + "/" + STORE;
    }

    private static UUID intake(PenstockClient admin) {
        var slug = ADDRESS.intake();
        var store = StoreReference.ofRef(storeRef());
        var id =
                first(
                                admin.intakes().list(),
                                i -> i.slug().equals(slug),
                                () ->
                                        admin.intakes()
                                                .create(
                                                        IntakeCreate.of(
                                                                slug, "Large files", store)))
                        .id();
        admin.intakes().change(id, Map.of("active", true, "largeUploadEnabled", true));
        return id;
    }

    private static <T> T first(List<T> all, Predicate<T> wanted, Supplier<T> create) {
        return all.stream().filter(wanted).findFirst().orElseGet(create);
    }

    /// Without the token.
    @Override
    public String toString() {
        return address.toString();
    }
}
