package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.vocabulary.DocumentStatus;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.StatusId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract of [DocumentStatusRepository].
public abstract class DocumentStatusRepositoryContract extends RepositoryContract {

    private DocumentStatusRepository statuses() {
        return repositories().documentStatuses();
    }

    @Test
    void what_was_inserted_is_found_by_id() {
        DocumentStatus status = savedStatus(savedOrganization());

        assertThat(statuses().find(status.id())).contains(status);
        assertThat(statuses().find(new StatusId(Samples.id()))).isEmpty();
    }

    @Test
    void a_slug_is_given_once_in_an_organization_but_again_in_another() {
        Organization owner = savedOrganization();
        DocumentStatus first = savedStatus(owner);

        assertThat(statuses().insert(withSlug(owner, first.slug()))).isEqualTo(Saved.SLUG_TAKEN);
        assertThat(statuses().insert(withSlug(savedOrganization(), first.slug())))
                .isEqualTo(Saved.SAVED);
        assertThat(statuses().find(first.id())).contains(first);
    }

    @Test
    void of_many_that_want_a_slug_at_once_one_gets_it() {
        Organization owner = savedOrganization();
        Slug slug = Samples.slug("race");

        List<Saved> ends = Race.among(RUNNERS, i -> statuses().insert(withSlug(owner, slug)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.SLUG_TAKEN);
    }

    @Test
    void one_of_no_organization_is_stale() {
        assertThat(statuses().insert(Samples.documentStatus(Samples.organization())))
                .isEqualTo(Saved.STALE);
    }

    @Test
    void an_update_writes_name_color_and_time_once() {
        DocumentStatus status = savedStatus(savedOrganization());

        assertThat(statuses().update(changed(status, 0))).isEqualTo(Saved.SAVED);
        assertThat(statuses().find(status.id())).contains(changed(status, 1));
        assertThat(statuses().update(changed(status, 0))).isEqualTo(Saved.STALE);
    }

    @Test
    void lists_are_in_the_order_of_creation_and_may_be_narrowed() {
        Organization one = savedOrganization();
        List<DocumentStatus> ones = List.of(savedStatus(one), savedStatus(one), savedStatus(one));
        DocumentStatus other = savedStatus(savedOrganization());

        assertThat(walk(statuses()::list)).containsSubsequence(ones).contains(other);
        assertThat(walk(p -> statuses().list(Set.of(one.id()), p))).isEqualTo(ones);
        assertThat(walk(p -> statuses().list(Set.of(), p))).isEmpty();
    }

    @Test
    void an_unused_one_can_be_deleted() {
        DocumentStatus status = savedStatus(savedOrganization());

        assertThat(statuses().delete(status.id())).isEqualTo(Deleted.DELETED);
        assertThat(statuses().find(status.id())).isEmpty();
        assertThat(statuses().delete(status.id())).isEqualTo(Deleted.MISSING);
    }

    @Test
    void with_its_organization_one_goes_too() {
        Organization owner = savedOrganization();
        DocumentStatus status = savedStatus(owner);

        assertThat(repositories().organizations().delete(owner.id())).isEqualTo(Deleted.DELETED);
        assertThat(statuses().find(status.id())).isEmpty();
    }

    private DocumentStatus savedStatus(Organization owner) {
        DocumentStatus status = Samples.documentStatus(owner);
        assertThat(statuses().insert(status)).isEqualTo(Saved.SAVED);
        return status;
    }

    private static DocumentStatus withSlug(Organization owner, Slug slug) {
        DocumentStatus s = Samples.documentStatus(owner);
        return new DocumentStatus(
                s.id(), owner.id(), slug, s.name(), s.color(), s.createdOn(), s.updatedOn(), 0);
    }

    private static DocumentStatus changed(DocumentStatus s, long changeSequence) {
        return new DocumentStatus(
                s.id(),
                s.organizationId(),
                s.slug(),
                "Other",
                Optional.empty(),
                s.createdOn(),
                Samples.NOW.plusNanos(1),
                changeSequence);
    }
}
