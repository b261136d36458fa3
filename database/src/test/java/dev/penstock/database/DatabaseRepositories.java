package dev.penstock.database;

import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.IntakeTokenRepository;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.installation.InstallationRepository;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.intake.OrganizationRepository;
import dev.penstock.core.upload.RemovalRepository;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import dev.penstock.core.vocabulary.LabelRepository;
import dev.penstock.testkit.repository.Repositories;

/// A database as the suites want it.
record DatabaseRepositories(
        OrganizationRepository organizations,
        DocumentStoreRepository documentStores,
        LabelRepository labels,
        DocumentStatusRepository documentStatuses,
        KnowledgeFeatureRepository knowledgeFeatures,
        IntakeRepository intakes,
        IntakeTokenRepository intakeTokens,
        ApiKeyRepository apiKeys,
        UploadRepository uploads,
        UploadHistory uploadHistory,
        RemovalRepository removals,
        DocumentRepository documents,
        InstallationRepository installation)
        implements Repositories {

    static DatabaseRepositories of(Database database) {
        return new DatabaseRepositories(
                database.organizations(),
                database.documentStores(),
                database.labels(),
                database.documentStatuses(),
                database.knowledgeFeatures(),
                database.intakes(),
                database.intakeTokens(),
                database.apiKeys(),
                database.uploads(),
                database.uploadHistory(),
                database.removals(),
                database.documents(),
                database.installation());
    }
}
