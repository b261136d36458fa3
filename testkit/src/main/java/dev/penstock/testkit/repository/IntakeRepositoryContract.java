package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.access.IntakeToken;
import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.IntakeLimits;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.upload.Upload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract of [IntakeRepository].
public abstract class IntakeRepositoryContract extends RepositoryContract {

    private IntakeRepository intakes() {
        return repositories().intakes();
    }

    @Test
    void what_was_inserted_is_found_by_id_and_by_slugs() {
        Intake intake = savedIntake();

        assertThat(intakes().find(intake.id())).contains(intake);
        assertThat(intakes().find(intake.organizationSlug(), intake.slug())).contains(intake);
        assertThat(intakes().find(new IntakeId(Samples.id()))).isEmpty();
        assertThat(intakes().find(intake.slug(), intake.organizationSlug())).isEmpty();
    }

    @Test
    void metadata_comes_back_in_its_order_and_of_its_types() {
        Intake intake = savedIntake();

        Map<String, ?> found = intakes().find(intake.id()).orElseThrow().metadata();
        assertThat(found.toString()).isEqualTo(intake.metadata().toString());
        assertThat(found.get("whole")).isEqualTo(intake.metadata().get("whole"));
    }

    @Test
    void a_slug_is_given_once_in_an_organization_but_again_in_another() {
        DocumentStore store = savedStore();
        Intake first = savedIntake(store);

        assertThat(intakes().insert(withSlug(store, first.slug()))).isEqualTo(Saved.SLUG_TAKEN);
        assertThat(intakes().insert(withSlug(savedStore(), first.slug()))).isEqualTo(Saved.SAVED);
        assertThat(intakes().find(first.organizationSlug(), first.slug())).contains(first);
    }

    @Test
    void of_many_that_want_a_slug_at_once_one_gets_it() {
        DocumentStore store = savedStore();
        Slug slug = Samples.slug("race");

        List<Saved> ends = Race.among(RUNNERS, i -> intakes().insert(withSlug(store, slug)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.SLUG_TAKEN);
    }

    @Test
    void one_of_no_store_is_stale() {
        DocumentStore unsaved = Samples.documentStore(savedOrganization());

        assertThat(intakes().insert(Samples.intake(unsaved))).isEqualTo(Saved.STALE);
    }

    @Test
    void an_update_writes_everything_but_slug_and_creation() {
        Organization owner = savedOrganization();
        Intake intake = savedIntake(savedStore(owner));
        DocumentStore other = savedStore(owner);

        assertThat(intakes().update(changed(intake, other, 0))).isEqualTo(Saved.SAVED);
        assertThat(intakes().find(intake.id())).contains(changed(intake, other, 1));
    }

    @Test
    void of_many_updates_of_one_state_one_is_saved() {
        Intake intake = savedIntake();

        List<Saved> ends =
                Race.among(RUNNERS, i -> intakes().update(changed(intake, intake.store(), 0)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.STALE);
    }

    @Test
    void an_update_to_a_store_that_is_gone_or_anothers_is_stale() {
        Organization owner = savedOrganization();
        Intake intake = savedIntake(savedStore(owner));

        assertThat(intakes().update(changed(intake, Samples.documentStore(owner), 0)))
                .isEqualTo(Saved.STALE);
        assertThat(intakes().update(changed(intake, savedStore(), 0))).isEqualTo(Saved.STALE);
        assertThat(intakes().find(intake.id())).contains(intake);
    }

    @Test
    void knowledge_features_keep_their_order() {
        Organization owner = savedOrganization();
        Intake intake = savedIntake(savedStore(owner));
        FeatureId one = savedFeature(owner).id();
        FeatureId two = savedFeature(owner).id();

        assertThat(intakes().update(withFeatures(intake, 0, two, one))).isEqualTo(Saved.SAVED);
        assertThat(intakes().find(intake.id())).contains(withFeatures(intake, 1, two, one));
        assertThat(walk(p -> intakes().list(Set.of(owner.id()), p)))
                .containsExactly(withFeatures(intake, 1, two, one));

        assertThat(intakes().update(withFeatures(intake, 1, one))).isEqualTo(Saved.SAVED);
        assertThat(intakes().find(intake.id())).contains(withFeatures(intake, 2, one));
        assertThat(intakes().update(withFeatures(intake, 1, two))).isEqualTo(Saved.STALE);
        assertThat(intakes().find(intake.id())).contains(withFeatures(intake, 2, one));
    }

    @Test
    void an_intake_may_have_features_from_the_beginning() {
        Organization owner = savedOrganization();
        FeatureId one = savedFeature(owner).id();
        FeatureId two = savedFeature(owner).id();
        Intake intake = withFeatures(Samples.intake(savedStore(owner)), 0, two, one);

        assertThat(intakes().insert(intake)).isEqualTo(Saved.SAVED);
        assertThat(intakes().find(intake.id())).contains(intake);
        assertThat(intakes().delete(intake.id())).isEqualTo(Deleted.DELETED);
    }

    @Test
    void a_feature_that_is_gone_or_anothers_makes_it_stale() {
        Organization owner = savedOrganization();
        Intake intake = savedIntake(savedStore(owner));
        FeatureId one = savedFeature(owner).id();
        FeatureId anothers = savedFeature(savedOrganization()).id();
        Intake next = Samples.intake(intake.store());

        assertThat(intakes().update(withFeatures(intake, 0, one, anothers))).isEqualTo(Saved.STALE);
        assertThat(intakes().update(withFeatures(intake, 0, new FeatureId(Samples.id()))))
                .isEqualTo(Saved.STALE);
        assertThat(intakes().find(intake.id())).contains(intake);
        assertThat(intakes().insert(withFeatures(next, 0, anothers))).isEqualTo(Saved.STALE);
        assertThat(intakes().find(next.id())).isEmpty();
    }

    @Test
    void a_deleted_feature_is_taken_off() {
        Organization owner = savedOrganization();
        Intake intake = savedIntake(savedStore(owner));
        FeatureId one = savedFeature(owner).id();
        FeatureId two = savedFeature(owner).id();
        FeatureId three = savedFeature(owner).id();
        intakes().update(withFeatures(intake, 0, three, two, one));

        assertThat(repositories().knowledgeFeatures().delete(two)).isEqualTo(Deleted.DELETED);
        assertThat(intakes().find(intake.id())).contains(withFeatures(intake, 1, three, one));
    }

    @Test
    void lists_are_in_the_order_of_creation_and_may_be_narrowed() {
        DocumentStore one = savedStore();
        List<Intake> ones = List.of(savedIntake(one), savedIntake(one), savedIntake(one));
        Intake other = savedIntake();

        assertThat(walk(intakes()::list)).containsSubsequence(ones).contains(other);
        assertThat(walk(p -> intakes().list(Set.of(one.organizationId()), p))).isEqualTo(ones);
        assertThat(walk(p -> intakes().list(Set.of(), p))).isEmpty();
    }

    @Test
    void with_a_deleted_one_its_tokens_go_and_its_uploads_stay() {
        Intake intake = savedIntake();
        IntakeToken token = Samples.token(intake);
        repositories().intakeTokens().insert(token);
        Upload upload = inserted(UploadSamples.announced(intake));

        assertThat(intakes().delete(intake.id())).isEqualTo(Deleted.DELETED);
        assertThat(intakes().find(intake.id())).isEmpty();
        assertThat(repositories().intakeTokens().find(token.hash())).isEmpty();
        assertThat(repositories().uploads().find(upload.id())).contains(upload);
        assertThat(intakes().delete(intake.id())).isEqualTo(Deleted.MISSING);
        assertThat(intakes().insert(withSlug(intake.store(), intake.slug())))
                .isEqualTo(Saved.SAVED);
    }

    private static Intake withSlug(DocumentStore store, Slug slug) {
        Intake i = Samples.intake(store);
        return new Intake(
                i.id(),
                store,
                slug,
                i.name(),
                i.description(),
                i.activity(),
                i.largeUploads(),
                i.multipleFiles(),
                Samples.metadata(),
                i.knowledgeFeatures(),
                i.limits(),
                i.createdOn(),
                i.updatedOn(),
                0);
    }

    private static Intake changed(Intake i, DocumentStore store, long changeSequence) {
        return changed(i, store, List.of(), changeSequence);
    }

    private static Intake withFeatures(Intake i, long changeSequence, FeatureId... features) {
        return changed(i, i.store(), List.of(features), changeSequence);
    }

    private static Intake changed(
            Intake i, DocumentStore store, List<FeatureId> features, long changeSequence) {
        return new Intake(
                i.id(),
                store,
                i.slug(),
                "Other",
                "",
                Intake.Activity.INACTIVE,
                Intake.LargeUploads.OFF,
                Intake.MultipleFiles.ONE,
                Map.of("other", 1),
                features,
                IntakeLimits.DEFAULT,
                i.createdOn(),
                Samples.NOW.plusNanos(1),
                changeSequence);
    }
}
