package dev.penstock.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.OrganizationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Expiry, hashes and the names of permissions.
class CredentialsTest {
    private static final Instant EXPIRY = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void credentials_are_expired_from_the_moment_named_on() {
        assertThat(key(Optional.of(EXPIRY)).isExpired(EXPIRY.minusNanos(1))).isFalse();
        assertThat(key(Optional.of(EXPIRY)).isExpired(EXPIRY)).isTrue();
        assertThat(token(Optional.of(EXPIRY)).isExpired(EXPIRY.minusNanos(1))).isFalse();
        assertThat(token(Optional.of(EXPIRY)).isExpired(EXPIRY)).isTrue();
    }

    @Test
    void credentials_without_expiry_live_on() {
        assertThat(key(Optional.empty()).isExpired(Instant.MAX)).isFalse();
        assertThat(token(Optional.empty()).isExpired(Instant.MAX)).isFalse();
    }

    @Test
    void key_reaches_the_organizations_of_its_grants_or_all() {
        var acme = new OrganizationId(new UUID(2, 1));
        var other = new OrganizationId(new UUID(2, 2));
        Grant reads = new Grant(Optional.of(acme), Set.of(Permission.STORE_READ));
        Grant rules = new Grant(Optional.of(other), Set.of(Permission.ADMIN));
        Grant readsAll = new Grant(Optional.empty(), Set.of(Permission.STORE_READ));

        assertThat(key(reads, rules).reach(Permission.STORE_READ)).contains(Set.of(acme, other));
        assertThat(key(reads, rules).reach(Permission.STORE_DELETE)).contains(Set.of(other));
        assertThat(key(reads, rules).known()).contains(Set.of(acme, other));
        assertThat(key(readsAll, rules).reach(Permission.STORE_READ)).isEmpty();
        assertThat(key(readsAll, rules).reach(Permission.STORE_DELETE)).contains(Set.of(other));
        assertThat(key(readsAll, rules).known()).isEmpty();
        assertThat(key().known()).contains(Set.of());
        assertThat(key().reach(Permission.ADMIN)).contains(Set.of());
    }

    /// NIST's example for SHA-256 ("abc").
    @Test
    void secret_is_kept_as_its_sha_256() {
        assertThat(SecretHash.of("abc").hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void no_credential_shows_its_secret() {
        assertThat(key(Optional.empty()).toString()).doesNotContain("hush");
        assertThat(token(Optional.empty()).toString()).doesNotContain("hush");
    }

    @Test
    void permissions_have_the_names_of_the_contract() {
        assertThat(Arrays.stream(Permission.values()).map(Permission::text))
                .containsExactly(
                        "intake:read",
                        "intake:create",
                        "intake:update",
                        "intake:delete",
                        "store:upload",
                        "store:read",
                        "store:update",
                        "store:delete",
                        "admin");
        for (Permission permission : Permission.values()) {
            assertThat(Permission.of(permission.text())).contains(permission);
        }
        assertThat(Permission.of("ADMIN")).isEmpty();
    }

    @Test
    void secrets_begin_with_what_they_are() {
        assertThat(ApiKey.PREFIX).isEqualTo("pak_");
        assertThat(IntakeToken.PREFIX).isEqualTo("kit_");
    }

    private static ApiKey key(Grant... grants) {
        return key(Optional.empty(), List.of(grants));
    }

    private static ApiKey key(Optional<Instant> expiresAt) {
        return key(expiresAt, List.of());
    }

    private static ApiKey key(Optional<Instant> expiresAt, List<Grant> grants) {
        return new ApiKey(
                new ApiKeyId(new UUID(4, 1)),
                "key",
                SecretHash.of("pak_hush"),
                grants,
                expiresAt,
                Instant.EPOCH,
                Instant.EPOCH,
                0);
    }

    private static IntakeToken token(Optional<Instant> expiresAt) {
        return new IntakeToken(
                new TokenId(new UUID(5, 1)),
                new IntakeId(new UUID(3, 1)),
                "token",
                SecretHash.of("kit_hush"),
                expiresAt,
                Optional.empty(),
                Instant.EPOCH);
    }
}
