package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.intake.Deleted;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.vocabulary.Label;
import dev.penstock.core.vocabulary.LabelId;
import dev.penstock.core.vocabulary.LabelRepository;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The contract of [LabelRepository].
public abstract class LabelRepositoryContract extends RepositoryContract {

    private LabelRepository labels() {
        return repositories().labels();
    }

    @Test
    void what_was_inserted_is_found_by_id() {
        Label label = savedLabel(savedOrganization());

        assertThat(labels().find(label.id())).contains(label);
        assertThat(labels().find(new LabelId(Samples.id()))).isEmpty();
    }

    @Test
    void one_may_have_no_color() {
        Label plain = withColor(Samples.label(savedOrganization()), Optional.empty());

        assertThat(labels().insert(plain)).isEqualTo(Saved.SAVED);
        assertThat(labels().find(plain.id())).contains(plain);
    }

    @Test
    void a_name_is_given_once_in_an_organization_but_again_in_another() {
        Organization owner = savedOrganization();
        Label first = savedLabel(owner);

        assertThat(labels().insert(named(Samples.label(owner), first.name(), 0)))
                .isEqualTo(Saved.SLUG_TAKEN);
        assertThat(labels().insert(named(Samples.label(savedOrganization()), first.name(), 0)))
                .isEqualTo(Saved.SAVED);
        assertThat(labels().find(first.id())).contains(first);
    }

    @Test
    void of_many_that_want_a_name_at_once_one_gets_it() {
        Organization owner = savedOrganization();

        List<Saved> ends =
                Race.among(RUNNERS, i -> labels().insert(named(Samples.label(owner), "RACE", 0)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.SLUG_TAKEN);
    }

    @Test
    void of_many_that_change_to_a_name_at_once_one_gets_it() {
        Organization owner = savedOrganization();
        List<Label> saved = Stream.generate(() -> savedLabel(owner)).limit(RUNNERS).toList();

        List<Saved> ends =
                Race.among(RUNNERS, i -> labels().update(named(saved.get(i), "RACE", 0)));

        assertThat(ends).containsOnlyOnce(Saved.SAVED).containsOnly(Saved.SAVED, Saved.SLUG_TAKEN);
    }

    @Test
    void one_of_no_organization_is_stale() {
        assertThat(labels().insert(Samples.label(Samples.organization()))).isEqualTo(Saved.STALE);
    }

    @Test
    void an_update_writes_name_color_and_time_once() {
        Label label = savedLabel(savedOrganization());
        Label changed = withColor(named(label, "OTHER", 0), Optional.empty());

        assertThat(labels().update(changed)).isEqualTo(Saved.SAVED);
        assertThat(labels().find(label.id())).contains(named(changed, "OTHER", 1));
        assertThat(labels().update(changed)).isEqualTo(Saved.STALE);
    }

    @Test
    void an_update_to_the_name_of_another_has_no_effect() {
        Organization owner = savedOrganization();
        Label first = savedLabel(owner);
        Label second = savedLabel(owner);

        assertThat(labels().update(named(second, first.name(), 0))).isEqualTo(Saved.SLUG_TAKEN);
        assertThat(labels().find(second.id())).contains(second);
        assertThat(labels().update(named(second, second.name(), 0))).isEqualTo(Saved.SAVED);
    }

    @Test
    void lists_are_in_the_order_of_creation_and_may_be_narrowed() {
        Organization one = savedOrganization();
        List<Label> ones = List.of(savedLabel(one), savedLabel(one), savedLabel(one));
        Label other = savedLabel(savedOrganization());

        assertThat(walk(labels()::list)).containsSubsequence(ones).contains(other);
        assertThat(walk(p -> labels().list(Set.of(one.id()), p))).isEqualTo(ones);
        assertThat(walk(p -> labels().list(Set.of(), p))).isEmpty();
    }

    @Test
    void a_deleted_one_is_gone_and_its_name_free() {
        Organization owner = savedOrganization();
        Label label = savedLabel(owner);

        assertThat(labels().delete(label.id())).isEqualTo(Deleted.DELETED);
        assertThat(labels().find(label.id())).isEmpty();
        assertThat(labels().delete(label.id())).isEqualTo(Deleted.MISSING);
        assertThat(labels().insert(named(Samples.label(owner), label.name(), 0)))
                .isEqualTo(Saved.SAVED);
    }

    @Test
    void with_its_organization_one_goes_too() {
        Organization owner = savedOrganization();
        Label label = savedLabel(owner);

        assertThat(repositories().organizations().delete(owner.id())).isEqualTo(Deleted.DELETED);
        assertThat(labels().find(label.id())).isEmpty();
    }

    private Label savedLabel(Organization owner) {
        Label label = Samples.label(owner);
        assertThat(labels().insert(label)).isEqualTo(Saved.SAVED);
        return label;
    }

    private static Label named(Label l, String name, long changeSequence) {
        return new Label(
                l.id(),
                l.organizationId(),
                name,
                l.color(),
                l.createdOn(),
                Samples.NOW.plusNanos(1),
                changeSequence);
    }

    private static Label withColor(Label l, Optional<String> color) {
        return new Label(
                l.id(),
                l.organizationId(),
                l.name(),
                color,
                l.createdOn(),
                l.updatedOn(),
                l.changeSequence());
    }
}
