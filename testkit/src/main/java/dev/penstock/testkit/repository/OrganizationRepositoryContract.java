package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.OrganizationId;
import dev.penstock.core.intake.OrganizationRepository;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract of [OrganizationRepository].
public abstract class OrganizationRepositoryContract extends RepositoryContract {

    private OrganizationRepository organizations() {
        return repositories().organizations();
    }

    @Test
    void what_was_inserted_is_found_by_id_and_by_slug() {
        Organization organization = savedOrganization();

        assertThat(organizations().find(organization.id())).contains(organization);
        assertThat(organizations().find(organization.slug())).contains(organization);
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(organizations().find(new OrganizationId(Samples.id()))).isEmpty();
        assertThat(organizations().find(Samples.slug("nobody"))).isEmpty();
    }

    @Test
    void a_slug_is_given_once() {
        Organization first = savedOrganization();

        assertThat(organizations().insert(withSlug(first.slug()))).isEqualTo(Saved.SLUG_TAKEN);
        assertThat(organizations().find(first.slug())).contains(first);
    }

    @Test
    void of_many_that_want_a_slug_at_once_one_gets_it() {
        Slug slug = Samples.slug("race");

        List<Saved> ends = Race.among(RUNNERS, i -> organizations().insert(withSlug(slug)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED);
        assertThat(ends).containsOnly(Saved.SAVED, Saved.SLUG_TAKEN);
    }

    @Test
    void an_update_writes_name_and_time_and_counts_up() {
        Organization organization = savedOrganization();

        assertThat(organizations().update(renamed(organization, "Other", 0)))
                .isEqualTo(Saved.SAVED);
        assertThat(organizations().find(organization.id()))
                .contains(renamed(organization, "Other", 1));
    }

    @Test
    void an_update_of_an_older_state_is_stale() {
        Organization organization = savedOrganization();
        organizations().update(renamed(organization, "First", 0));

        assertThat(organizations().update(renamed(organization, "Second", 0)))
                .isEqualTo(Saved.STALE);
        assertThat(organizations().find(organization.id()))
                .contains(renamed(organization, "First", 1));
    }

    @Test
    void of_many_updates_of_one_state_one_is_saved() {
        Organization organization = savedOrganization();

        List<Saved> ends =
                Race.among(RUNNERS, i -> organizations().update(renamed(organization, "n" + i, 0)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.STALE);
    }

    @Test
    void an_update_of_nothing_is_stale() {
        assertThat(organizations().update(Samples.organization())).isEqualTo(Saved.STALE);
    }

    @Test
    void lists_are_in_the_order_of_creation() {
        List<Organization> made =
                List.of(savedOrganization(), savedOrganization(), savedOrganization());

        assertThat(walk(organizations()::list)).containsSubsequence(made);
    }

    @Test
    void a_list_may_be_narrowed_to_some() {
        Organization first = savedOrganization();
        savedOrganization();
        Organization third = savedOrganization();

        assertThat(walk(p -> organizations().list(Set.of(third.id(), first.id()), p)))
                .containsExactly(first, third);
        assertThat(walk(p -> organizations().list(Set.of(), p))).isEmpty();
    }

    @Test
    void a_deleted_one_is_gone_and_its_slug_free() {
        Organization organization = savedOrganization();

        assertThat(organizations().delete(organization.id())).isEqualTo(Deleted.DELETED);
        assertThat(organizations().find(organization.id())).isEmpty();
        assertThat(organizations().delete(organization.id())).isEqualTo(Deleted.MISSING);
        assertThat(organizations().insert(withSlug(organization.slug()))).isEqualTo(Saved.SAVED);
    }

    @Test
    void one_with_a_store_stays() {
        Organization organization = savedOrganization();
        savedStore(organization);

        assertThat(organizations().delete(organization.id())).isEqualTo(Deleted.IN_USE);
        assertThat(organizations().find(organization.id())).contains(organization);
    }

    private static Organization withSlug(Slug slug) {
        Organization o = Samples.organization();
        return new Organization(o.id(), slug, o.name(), o.createdOn(), o.updatedOn(), 0);
    }

    private static Organization renamed(Organization o, String name, long changeSequence) {
        return new Organization(
                o.id(), o.slug(), name, o.createdOn(), Samples.NOW.plusNanos(1), changeSequence);
    }
}
