package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.document.DocumentRepository.Filter;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.page.Order;
import dev.penstock.core.upload.Upload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The contract of [DocumentRepository].
public abstract class DocumentRepositoryContract extends RepositoryContract {

    private DocumentRepository documents() {
        return repositories().documents();
    }

    private DocumentFamily savedDocument(Intake intake, String path) {
        Upload opened =
                saved(
                        UploadSamples.opened(
                                inserted(UploadSamples.announced(intake, new DocumentPath(path)))));
        Upload stored = saved(UploadSamples.stored(saved(UploadSamples.completing(opened))));
        return completed(stored, intake);
    }

    @Test
    void one_comes_back_as_it_was_made() {
        DocumentFamily family = savedDocument(savedIntake(), "a/scan.pdf");

        assertThat(documents().find(family.id())).contains(family);
        assertThat(documents().find(new FamilyId(Samples.id()))).isEmpty();
    }

    @Test
    void one_is_there_under_its_path_in_its_store() {
        DocumentFamily family = savedDocument(savedIntake(), "a/scan.pdf");

        assertThat(documents().hasPath(family.store().id(), family.path())).isTrue();
        assertThat(documents().hasPath(family.store().id(), new DocumentPath("a"))).isFalse();
        assertThat(documents().hasPath(savedStore().id(), family.path())).isFalse();
    }

    @Test
    void an_upload_that_only_claims_a_path_is_no_document() {
        Upload completing = savedCompleting(savedIntake());

        assertThat(documents().hasPath(completing.announcement().storeId(), completing.path()))
                .isFalse();
    }

    @Test
    void one_outlives_its_intake() {
        Intake intake = savedIntake();
        DocumentFamily family = savedDocument(intake, "a");
        repositories().intakes().delete(intake.id());

        assertThat(documents().find(family.id())).contains(family);
    }

    @Test
    void lists_are_in_the_order_of_creation_and_may_be_narrowed() {
        Organization owner = savedOrganization();
        DocumentStore store = savedStore(owner);
        Intake one = savedIntake(store);
        Intake two = savedIntake(savedStore(owner));
        DocumentFamily first = savedDocument(one, "z");
        DocumentFamily second = savedDocument(two, "y");
        DocumentFamily third = savedDocument(one, "x");
        DocumentFamily other = savedDocument(savedIntake(), "z");

        assertThat(walk(p -> documents().list(Filter.ALL, p)))
                .containsSubsequence(first, second, third, other);
        assertThat(list(organizations(owner))).containsExactly(first, second, third);
        assertThat(list(organizations(owner).in(Order.NEWEST_FIRST)))
                .containsExactly(third, second, first);
        assertThat(list(inStore(store.id(), Optional.empty()))).containsExactly(first, third);
        assertThat(list(both(owner, store.id()))).containsExactly(first, third);
        assertThat(list(both(savedOrganization(), store.id()))).isEmpty();
        assertThat(list(Filter.in(Optional.of(Set.of()), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a/",
                "a/b",
                "a/%",
                "a/_",
                "%",
                "_",
                "A",
                "Ä",
                "a/\uD83D\uDE00",
                "\uD7FF",
                "\uFFFF",
                "\uDBFF\uDFFF",
                "\uDBFF\uDFFF\uDBFF\uDFFF",
                "a'",
                "a\\",
                "zz"
            })
    void a_prefix_is_compared_as_text(String prefix) {
        Intake intake = savedIntake();
        List<DocumentFamily> made = PATHS.stream().map(p -> savedDocument(intake, p)).toList();

        assertThat(list(inStore(intake.store().id(), Optional.of(prefix))))
                .isEqualTo(made.stream().filter(f -> f.path().value().startsWith(prefix)).toList());
    }

    @Test
    void a_prefix_that_no_path_can_have_finds_nothing() {
        StoreId store = savedDocument(savedIntake(), "a").store().id();

        for (String prefix : List.of("a\u0000", "\u0000", "\uD83D", "a\uDE00", "/", "a\uD800b")) {
            assertThat(list(inStore(store, Optional.of(prefix)))).as(prefix).isEmpty();
        }
        assertThat(list(inStore(store, Optional.of("")))).hasSize(1);
    }

    private static final List<String> PATHS =
            Stream.of(
                            "a",
                            "a/b",
                            "a/bc",
                            "a/b/c",
                            "a/%",
                            "a/%x",
                            "a/_",
                            "a/_x",
                            "ab",
                            "aä",
                            "A",
                            "Ä",
                            "a/\uD83D\uDE00",
                            "a/\uD83D\uDE00x",
                            "a/\uD83D\uDE01",
                            "\uD7FF",
                            "\uD7FFx",
                            "\uE000",
                            "\uFFFF",
                            "\uFFFFx",
                            "\uD800\uDC00",
                            "\uDBFF\uDFFF",
                            "\uDBFF\uDFFF\uDBFF\uDFFF",
                            "\uDBFF\uDFFFx",
                            "a'b",
                            "a\\b",
                            "%",
                            "_")
                    .toList();

    private List<DocumentFamily> list(Filter filter) {
        return walk(p -> documents().list(filter, p));
    }

    private static Filter organizations(Organization owner) {
        return Filter.in(Optional.of(Set.of(owner.id())), Optional.empty(), Optional.empty());
    }

    private static Filter inStore(StoreId store, Optional<String> prefix) {
        return Filter.in(Optional.empty(), Optional.of(store), prefix);
    }

    private static Filter both(Organization owner, StoreId store) {
        return Filter.in(Optional.of(Set.of(owner.id())), Optional.of(store), Optional.empty());
    }
}
