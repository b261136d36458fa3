package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.FeatureId;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.intake.Slug;
import dev.penstock.core.vocabulary.KnowledgeFeature;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract of [KnowledgeFeatureRepository].
public abstract class KnowledgeFeatureRepositoryContract extends RepositoryContract {

    private KnowledgeFeatureRepository features() {
        return repositories().knowledgeFeatures();
    }

    @Test
    void what_was_inserted_is_found_by_id() {
        KnowledgeFeature feature = savedFeature(savedOrganization());

        assertThat(features().find(feature.id())).contains(feature);
        assertThat(features().find(new FeatureId(Samples.id()))).isEmpty();
    }

    @Test
    void many_are_found_at_once_and_what_is_not_there_is_left_out() {
        KnowledgeFeature one = savedFeature(savedOrganization());
        KnowledgeFeature two = savedFeature(savedOrganization());
        savedFeature(savedOrganization());

        assertThat(
                        features()
                                .find(
                                        List.of(
                                                two.id(),
                                                new FeatureId(Samples.id()),
                                                one.id(),
                                                one.id())))
                .containsExactlyInAnyOrder(one, two);
        assertThat(features().find(List.of())).isEmpty();
    }

    @Test
    void a_slug_is_given_once_in_an_organization_but_again_in_another() {
        Organization owner = savedOrganization();
        KnowledgeFeature first = savedFeature(owner);

        assertThat(features().insert(withSlug(owner, first.slug()))).isEqualTo(Saved.SLUG_TAKEN);
        assertThat(features().insert(withSlug(savedOrganization(), first.slug())))
                .isEqualTo(Saved.SAVED);
        assertThat(features().find(first.id())).contains(first);
    }

    @Test
    void of_many_that_want_a_slug_at_once_one_gets_it() {
        Organization owner = savedOrganization();
        Slug slug = Samples.slug("race");

        List<Saved> ends = Race.among(RUNNERS, i -> features().insert(withSlug(owner, slug)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.SLUG_TAKEN);
    }

    @Test
    void one_of_no_organization_is_stale() {
        assertThat(features().insert(Samples.knowledgeFeature(Samples.organization())))
                .isEqualTo(Saved.STALE);
    }

    @Test
    void an_update_writes_name_and_time_once() {
        KnowledgeFeature feature = savedFeature(savedOrganization());

        assertThat(features().update(renamed(feature, 0))).isEqualTo(Saved.SAVED);
        assertThat(features().find(feature.id())).contains(renamed(feature, 1));
        assertThat(features().update(renamed(feature, 0))).isEqualTo(Saved.STALE);
    }

    @Test
    void lists_are_in_the_order_of_creation_and_may_be_narrowed() {
        Organization one = savedOrganization();
        List<KnowledgeFeature> ones =
                List.of(savedFeature(one), savedFeature(one), savedFeature(one));
        KnowledgeFeature other = savedFeature(savedOrganization());

        assertThat(walk(features()::list)).containsSubsequence(ones).contains(other);
        assertThat(walk(p -> features().list(Set.of(one.id()), p))).isEqualTo(ones);
        assertThat(walk(p -> features().list(Set.of(), p))).isEmpty();
    }

    @Test
    void a_deleted_one_is_gone_and_its_slug_free() {
        Organization owner = savedOrganization();
        KnowledgeFeature feature = savedFeature(owner);

        assertThat(features().delete(feature.id())).isEqualTo(Deleted.DELETED);
        assertThat(features().find(feature.id())).isEmpty();
        assertThat(features().delete(feature.id())).isEqualTo(Deleted.MISSING);
        assertThat(features().insert(withSlug(owner, feature.slug()))).isEqualTo(Saved.SAVED);
    }

    @Test
    void with_its_organization_one_goes_too() {
        Organization owner = savedOrganization();
        KnowledgeFeature feature = savedFeature(owner);

        assertThat(repositories().organizations().delete(owner.id())).isEqualTo(Deleted.DELETED);
        assertThat(features().find(feature.id())).isEmpty();
    }

    private static KnowledgeFeature withSlug(Organization owner, Slug slug) {
        KnowledgeFeature f = Samples.knowledgeFeature(owner);
        return new KnowledgeFeature(
                f.id(), owner.id(), slug, f.name(), f.createdOn(), f.updatedOn(), 0);
    }

    private static KnowledgeFeature renamed(KnowledgeFeature f, long changeSequence) {
        return new KnowledgeFeature(
                f.id(),
                f.organizationId(),
                f.slug(),
                "Other",
                f.createdOn(),
                Samples.NOW.plusNanos(1),
                changeSequence);
    }
}
