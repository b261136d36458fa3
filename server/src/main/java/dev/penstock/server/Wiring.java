package dev.penstock.server;

import dev.penstock.core.object.ObjectStore;
import dev.penstock.database.Database;
import dev.penstock.server.background.AbandonedUploadReaper;
import dev.penstock.server.background.Background;
import dev.penstock.server.background.CompletionRecovery;
import dev.penstock.server.config.Settings;
import dev.penstock.server.http.Authentication;
import dev.penstock.server.http.HttpLimits;
import dev.penstock.server.http.HttpServer;
import dev.penstock.server.http.IntakeAccess;
import dev.penstock.server.http.StudioPages;
import dev.penstock.server.http.UploadRoutes;
import dev.penstock.server.http.management.ManagementRoutes;
import dev.penstock.server.service.Ids;
import dev.penstock.server.service.Pause;
import dev.penstock.server.service.UploadCounters;
import dev.penstock.server.service.UploadServices;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Makes everything, by constructors alone: what the service consists of can be read here.
final class Wiring {
    private Wiring() {}

    static UploadServices uploads(
            Settings settings,
            Database database,
            ObjectStore store,
            MeterRegistry metrics,
            Ids ids,
            Clock clock) {
        return UploadServices.of(
                database.uploads(),
                database.uploadHistory(),
                database.removals(),
                database.documents(),
                database.documentStores(),
                database.documentStatuses(),
                database.knowledgeFeatures(),
                store,
                ids,
                clock,
                Pause.SLEEP,
                settings.uploads(),
                new UploadCounters(metrics));
    }

    static Background background(
            Settings settings, Database database, UploadServices uploads, Clock clock) {
        return Background.start(
                uploads.leases(),
                settings.uploads().lease(),
                new CompletionRecovery(
                        database.uploads(), database.intakes(), uploads.completions()),
                new AbandonedUploadReaper(database.uploads(), uploads, clock),
                settings.uploads().cleanupInterval());
    }

    static HttpServer http(
            Settings settings,
            Database database,
            ObjectStore store,
            UploadServices uploads,
            PrometheusMeterRegistry metrics,
            BooleanSupplier ready,
            Ids ids,
            Clock clock) {
        var authentication = new Authentication(database.intakeTokens(), database.apiKeys(), clock);
        var uploadRoutes =
                new UploadRoutes(
                        new IntakeAccess(authentication, database.intakes()),
                        uploads,
                        store.capabilities(),
                        settings.uploads());
        var managementRoutes =
                new ManagementRoutes(
                        authentication,
                        database.organizations(),
                        database.documentStores(),
                        database.labels(),
                        database.documentStatuses(),
                        database.knowledgeFeatures(),
                        database.intakes(),
                        database.uploadHistory(),
                        database.intakeTokens(),
                        database.apiKeys(),
                        database.documents(),
                        uploads,
                        store,
                        settings.uploads(),
                        ids,
                        clock);
        return new HttpServer(
                settings.http(),
                HttpLimits.STANDARD,
                metrics,
                ready,
                List.of(
                        uploadRoutes::addTo,
                        managementRoutes::addTo,
                        new StudioPages(store)::addTo));
    }
}
