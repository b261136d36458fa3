package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.access.ApiKey;
import dev.penstock.core.access.ApiKeyId;
import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.Grant;
import dev.penstock.core.access.Permission;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Saved;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract of [ApiKeyRepository].
public abstract class ApiKeyRepositoryContract extends RepositoryContract {
    private static final Grant EVERYWHERE =
            new Grant(Optional.empty(), Set.of(Permission.values()));

    private ApiKeyRepository keys() {
        return repositories().apiKeys();
    }

    private ApiKey savedKey(Grant... grants) {
        ApiKey key = Samples.apiKey(grants);
        assertThat(keys().insert(key)).isEqualTo(Saved.SAVED);
        return key;
    }

    private static Grant in(Organization organization) {
        return new Grant(
                Optional.of(organization.id()),
                Set.of(Permission.STORE_UPLOAD, Permission.STORE_READ));
    }

    @Test
    void one_is_found_by_id_and_hash_with_its_grants_in_order() {
        Organization one = savedOrganization();
        ApiKey key = savedKey(in(savedOrganization()), EVERYWHERE, in(one), in(one));

        assertThat(keys().find(key.id())).contains(key);
        assertThat(keys().find(key.hash())).contains(key);
        assertThat(keys().find(Samples.hash())).isEmpty();
        assertThat(keys().find(new ApiKeyId(Samples.id()))).isEmpty();
    }

    @Test
    void one_may_be_allowed_nothing_and_live_forever() {
        ApiKey k = Samples.apiKey();
        var bare =
                new ApiKey(
                        k.id(),
                        k.name(),
                        k.hash(),
                        List.of(new Grant(Optional.empty(), Set.of())),
                        Optional.empty(),
                        k.createdOn(),
                        k.updatedOn(),
                        0);
        ApiKey without = savedKey();
        keys().insert(bare);

        assertThat(keys().find(bare.id())).contains(bare);
        assertThat(keys().find(without.id())).contains(without);
    }

    @Test
    void one_for_an_organization_that_is_gone_is_stale_and_leaves_nothing() {
        ApiKey key = Samples.apiKey(EVERYWHERE, in(Samples.organization()));

        assertThat(keys().insert(key)).isEqualTo(Saved.STALE);
        assertThat(keys().find(key.id())).isEmpty();
    }

    @Test
    void an_update_writes_name_expiry_and_grants_once() {
        ApiKey key = savedKey(in(savedOrganization()), EVERYWHERE);
        Grant other = in(savedOrganization());

        assertThat(keys().update(changed(key, other, 0))).isEqualTo(Saved.SAVED);
        assertThat(keys().find(key.id())).contains(changed(key, other, 1));
        assertThat(keys().update(changed(key, EVERYWHERE, 0))).isEqualTo(Saved.STALE);
        assertThat(keys().find(key.id())).contains(changed(key, other, 1));
    }

    @Test
    void of_many_updates_of_one_state_one_is_saved() {
        ApiKey key = savedKey(EVERYWHERE);
        Grant other = in(savedOrganization());

        List<Saved> ends = Race.among(RUNNERS, i -> keys().update(changed(key, other, 0)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.STALE);
        assertThat(keys().find(key.id())).contains(changed(key, other, 1));
    }

    @Test
    void an_update_for_an_organization_that_is_gone_changes_nothing() {
        ApiKey key = savedKey(EVERYWHERE);

        assertThat(keys().update(changed(key, in(Samples.organization()), 0)))
                .isEqualTo(Saved.STALE);
        assertThat(keys().find(key.id())).contains(key);
    }

    @Test
    void with_an_organization_the_grants_for_it_go() {
        Organization gone = savedOrganization();
        Grant stays = in(savedOrganization());
        ApiKey key = savedKey(in(gone), stays);

        repositories().organizations().delete(gone.id());

        assertThat(keys().find(key.id()).orElseThrow().grants()).containsExactly(stays);
    }

    @Test
    void lists_are_in_the_order_of_creation() {
        List<ApiKey> made = List.of(savedKey(EVERYWHERE), savedKey(), savedKey(EVERYWHERE));

        assertThat(walk(keys()::list)).containsSubsequence(made);
    }

    @Test
    void an_organizations_list_has_the_keys_that_reach_nowhere_else() {
        Organization one = savedOrganization();
        Organization two = savedOrganization();
        ApiKey ones = savedKey(in(one), in(one));
        ApiKey twos = savedKey(in(two));
        ApiKey both = savedKey(in(one), in(two));
        savedKey(in(one), EVERYWHERE);
        savedKey();

        assertThat(walk(p -> keys().list(Set.of(one.id()), p))).containsExactly(ones);
        assertThat(walk(p -> keys().list(Set.of(one.id(), two.id()), p)))
                .containsExactly(ones, twos, both);
        assertThat(walk(p -> keys().list(Set.of(), p))).isEmpty();
    }

    @Test
    void there_is_none_when_all_are_deleted() {
        ApiKey key = savedKey(EVERYWHERE);
        assertThat(keys().isEmpty()).isFalse();

        walk(keys()::list).forEach(k -> assertThat(keys().delete(k.id())).isTrue());

        assertThat(keys().isEmpty()).isTrue();
        assertThat(keys().find(key.hash())).isEmpty();
        assertThat(keys().delete(key.id())).isFalse();
    }

    private static ApiKey changed(ApiKey key, Grant grant, long changeSequence) {
        return new ApiKey(
                key.id(),
                "other",
                key.hash(),
                List.of(grant),
                Optional.empty(),
                key.createdOn(),
                Samples.NOW.plusNanos(1),
                changeSequence);
    }
}
