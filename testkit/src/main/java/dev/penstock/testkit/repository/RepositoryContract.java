package dev.penstock.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.document.DocumentFamily;
import dev.penstock.core.intake.DocumentStore;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.intake.Organization;
import dev.penstock.core.intake.Saved;
import dev.penstock.core.page.Page;
import dev.penstock.core.page.PageRequest;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadRepository.Finished;
import dev.penstock.core.upload.UploadRepository.Outcome;
import dev.penstock.core.vocabulary.KnowledgeFeature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What the suites have in common: the repositories under test, and owners that are saved in them.
abstract class RepositoryContract {
    static final int RUNNERS = 16;
    static final Duration LEASE = Duration.ofMinutes(1);

    protected abstract Repositories repositories();

    Organization savedOrganization() {
        Organization organization = Samples.organization();
        assertThat(repositories().organizations().insert(organization)).isEqualTo(Saved.SAVED);
        return organization;
    }

    DocumentStore savedStore() {
        return savedStore(savedOrganization());
    }

    DocumentStore savedStore(Organization owner) {
        DocumentStore store = Samples.documentStore(owner);
        assertThat(repositories().documentStores().insert(store)).isEqualTo(Saved.SAVED);
        return store;
    }

    Intake savedIntake() {
        return savedIntake(savedStore());
    }

    Intake savedIntake(DocumentStore store) {
        Intake intake = Samples.intake(store);
        assertThat(repositories().intakes().insert(intake)).isEqualTo(Saved.SAVED);
        return intake;
    }

    KnowledgeFeature savedFeature(Organization owner) {
        KnowledgeFeature feature = Samples.knowledgeFeature(owner);
        assertThat(repositories().knowledgeFeatures().insert(feature)).isEqualTo(Saved.SAVED);
        return feature;
    }

    Upload inserted(Upload.Receiving upload) {
        assertThat(repositories().uploads().insert(upload, Optional.empty(), LEASE)).isEmpty();
        return upload;
    }

    /// Saves a step that nothing hinders.
    Upload saved(Upload next) {
        assertThat(repositories().uploads().save(next)).isEqualTo(Outcome.SAVED);
        return next;
    }

    Upload savedCompleting(Intake intake) {
        Upload announced = inserted(UploadSamples.announced(intake));
        return saved(UploadSamples.completing(saved(UploadSamples.opened(announced))));
    }

    Upload savedStored(Intake intake) {
        return saved(UploadSamples.stored(savedCompleting(intake)));
    }

    /// What becomes of a stored upload, its container reserved.
    Finished finished(Upload stored, Intake intake) {
        Upload.Completed completed = UploadSamples.completed(stored);
        return reserved(new Finished(completed, UploadSamples.document(completed, intake)));
    }

    Finished reserved(Finished finished) {
        repositories().removals().reserve(finished.document().container().key(), LEASE);
        return finished;
    }

    /// Makes the document of a stored upload.
    DocumentFamily completed(Upload stored, Intake intake) {
        return completed(finished(stored, intake));
    }

    DocumentFamily completed(Finished finished) {
        assertThat(repositories().uploads().complete(List.of(finished))).isEqualTo(Outcome.SAVED);
        return repositories().documents().find(finished.document().id()).orElseThrow();
    }

    /// All pages of a list, each of at most two.
    static <T> List<T> walk(Function<PageRequest, Page<T>> list) {
        var all = new ArrayList<T>();
        Optional<UUID> after = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(after, 2));
            assertThat(page.content()).hasSizeLessThanOrEqualTo(2);
            all.addAll(page.content());
            after = page.next();
        } while (after.isPresent());
        return all;
    }
}
