package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.Upload;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract of [DocumentStoreRepository].
public abstract class DocumentStoreRepositoryContract extends RepositoryContract {

    private DocumentStoreRepository stores() {
        return repositories().documentStores();
    }

    @Test
    void what_was_inserted_is_found_by_id_and_by_slugs() {
        DocumentStore store = savedStore();

        assertThat(stores().find(store.id())).contains(store);
        assertThat(stores().find(store.organizationSlug(), store.slug())).contains(store);
        assertThat(stores().find(new StoreId(Samples.id()))).isEmpty();
        assertThat(stores().find(store.slug(), store.organizationSlug())).isEmpty();
    }

    @Test
    void a_slug_is_given_once_in_an_organization_but_again_in_another() {
        Organization owner = savedOrganization();
        DocumentStore first = savedStore(owner);

        assertThat(stores().insert(store(owner, first.slug()))).isEqualTo(Saved.SLUG_TAKEN);
        assertThat(stores().insert(store(savedOrganization(), first.slug())))
                .isEqualTo(Saved.SAVED);
        assertThat(stores().find(owner.slug(), first.slug())).contains(first);
    }

    @Test
    void of_many_that_want_a_slug_at_once_one_gets_it() {
        Organization owner = savedOrganization();
        Slug slug = Samples.slug("race");

        List<Saved> ends = Race.among(RUNNERS, i -> stores().insert(store(owner, slug)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.SLUG_TAKEN);
    }

    @Test
    void one_of_no_organization_is_stale() {
        assertThat(stores().insert(Samples.documentStore(Samples.organization())))
                .isEqualTo(Saved.STALE);
    }

    @Test
    void an_update_writes_name_and_time_once() {
        DocumentStore store = savedStore();

        assertThat(stores().update(renamed(store, 0))).isEqualTo(Saved.SAVED);
        assertThat(stores().find(store.id())).contains(renamed(store, 1));
        assertThat(stores().update(renamed(store, 0))).isEqualTo(Saved.STALE);
    }

    @Test
    void lists_are_in_the_order_of_creation_and_may_be_narrowed() {
        Organization one = savedOrganization();
        Organization two = savedOrganization();
        List<DocumentStore> ones = List.of(savedStore(one), savedStore(one), savedStore(one));
        DocumentStore other = savedStore(two);

        assertThat(walk(stores()::list)).containsSubsequence(ones).contains(other);
        assertThat(walk(p -> stores().list(Set.of(one.id()), p))).isEqualTo(ones);
        assertThat(walk(p -> stores().list(Set.of(one.id(), two.id()), p)))
                .containsExactlyInAnyOrder(ones.get(0), ones.get(1), ones.get(2), other);
        assertThat(walk(p -> stores().list(Set.of(), p))).isEmpty();
    }

    @Test
    void an_unused_one_can_be_deleted() {
        DocumentStore store = savedStore();

        assertThat(stores().delete(store.id())).isEqualTo(Deleted.DELETED);
        assertThat(stores().find(store.id())).isEmpty();
        assertThat(stores().delete(store.id())).isEqualTo(Deleted.MISSING);
    }

    @Test
    void one_with_an_intake_stays() {
        Intake intake = savedIntake();

        assertThat(stores().delete(intake.store().id())).isEqualTo(Deleted.IN_USE);
    }

    @Test
    void one_that_an_open_upload_goes_to_stays_until_it_ends() {
        Intake intake = savedIntake();
        Upload upload = inserted(UploadSamples.announced(intake));
        repositories().intakes().delete(intake.id());

        assertThat(stores().delete(intake.store().id())).isEqualTo(Deleted.IN_USE);

        saved(UploadSamples.step(upload, new Command.Abort()));
        assertThat(stores().delete(intake.store().id())).isEqualTo(Deleted.DELETED);
    }

    @Test
    void one_with_a_document_stays() {
        Intake intake = savedIntake();
        completed(savedStored(intake), intake);
        repositories().intakes().delete(intake.id());

        assertThat(stores().delete(intake.store().id())).isEqualTo(Deleted.IN_USE);
    }

    private static DocumentStore store(Organization owner, Slug slug) {
        DocumentStore s = Samples.documentStore(owner);
        return new DocumentStore(
                s.id(), owner.id(), owner.slug(), slug, s.name(), s.createdOn(), s.updatedOn(), 0);
    }

    private static DocumentStore renamed(DocumentStore s, long changeSequence) {
        return new DocumentStore(
                s.id(),
                s.organizationId(),
                s.organizationSlug(),
                s.slug(),
                "Other",
                s.createdOn(),
                Samples.NOW.plusNanos(1),
                changeSequence);
    }
}
