package dev.penstock.server.http.management;

import dev.penstock.core.access.ApiKeyRepository;
import dev.penstock.core.access.IntakeTokenRepository;
import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.intake.OrganizationRepository;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import dev.penstock.core.vocabulary.LabelRepository;
import dev.penstock.server.config.UploadSettings;
import dev.penstock.server.http.Authentication;
import dev.penstock.server.service.Ids;
import dev.penstock.server.service.UploadServices;
import io.javalin.config.RoutesConfig;
import java.time.InstantSource;

/// All management routes.
public record ManagementRoutes(
        Authentication authentication,
        OrganizationRepository organizations,
        DocumentStoreRepository stores,
        LabelRepository labels,
        DocumentStatusRepository statuses,
        KnowledgeFeatureRepository features,
        IntakeRepository intakes,
        UploadHistory history,
        IntakeTokenRepository tokens,
        ApiKeyRepository keys,
        DocumentRepository documents,
        UploadServices uploads,
        ObjectStore store,
        UploadSettings settings,
        Ids ids,
        InstantSource clock) {

    public void addTo(RoutesConfig routes) {
        var calls = new ManagementCalls(authentication);
        var scope = new OrganizationScope(organizations);
        new OrganizationRoutes(calls, organizations, ids, clock).addTo(routes);
        new DocumentStoreRoutes(calls, scope, stores, ids, clock).addTo(routes);
        new LabelRoutes(calls, scope, labels, ids, clock).addTo(routes);
        new DocumentStatusRoutes(calls, scope, statuses, ids, clock).addTo(routes);
        new KnowledgeFeatureRoutes(calls, scope, features, ids, clock).addTo(routes);
        new IntakeRoutes(calls, stores, features, intakes, uploads.uploads(), ids, clock)
                .addTo(routes);
        new IntakeUploadRoutes(calls, new IntakeScope(intakes), uploads.statuses()).addTo(routes);
        new IntakeActivityRoutes(calls, intakes, history, clock).addTo(routes);
        new IntakeTokenRoutes(calls, new IntakeScope(intakes), tokens, ids, clock).addTo(routes);
        new ApiKeyRoutes(calls, keys, ids, clock).addTo(routes);
        var changes = new FamilyChanges(statuses, ids, clock);
        new DocumentFamilyRoutes(
                        calls,
                        documents,
                        store,
                        uploads.removals(),
                        uploads.containers(),
                        changes,
                        settings)
                .addTo(routes);
    }
}
