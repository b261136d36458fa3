package dev.penstock.server;

import dev.penstock.core.object.ObjectStore;
import dev.penstock.database.Database;
import dev.penstock.server.config.Settings;
import dev.penstock.server.http.Authentication;
import dev.penstock.server.http.HttpLimits;
import dev.penstock.server.http.HttpServer;
import dev.penstock.server.http.IntakeAccess;
import dev.penstock.server.http.UploadRoutes;
import dev.penstock.server.http.management.ManagementRoutes;
import dev.penstock.server.service.Ids;
import dev.penstock.server.service.UploadCounters;
import dev.penstock.server.service.UploadServices;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Makes everything, by constructors alone: what the service consists of can be read here.
final class Wiring {
    private Wiring() {}

    static HttpServer http(
            Settings settings,
            Database database,
            ObjectStore store,
            BooleanSupplier ready,
            Ids ids,
            Clock clock) {
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var uploads =
                UploadServices.of(
                        database.uploads(),
                        database.documents(),
                        database.documentStores(),
                        store,
                        ids,
                        clock,
                        settings.uploads(),
                        new UploadCounters(metrics));
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
                        database.intakes(),
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
                List.of(uploadRoutes::addTo, managementRoutes::addTo));
    }
}
