package dev.penstock.server;

import dev.penstock.database.Database;
import dev.penstock.database.DatabaseSettings;
import dev.penstock.server.background.Background;
import dev.penstock.server.config.Secret;
import dev.penstock.server.config.Settings;
import dev.penstock.server.http.HttpServer;
import dev.penstock.server.http.StudioPages;
import dev.penstock.server.service.Ids;
import dev.penstock.server.service.MeasuredObjectStore;
import dev.penstock.server.service.UploadServices;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A running service: database, storage and HTTP. Safe to close more than once.
public final class Server implements AutoCloseable {
    private final Database database;
    private final Storage storage;
    private final HttpServer http;
    private final Background background;
    private final Optional<Secret> madeKey;
    private final AtomicBoolean open;

    private Server(
            Database database,
            Storage storage,
            HttpServer http,
            Background background,
            Optional<Secret> madeKey,
            AtomicBoolean open) {
        this.database = database;
        this.storage = storage;
        this.http = http;
        this.background = background;
        this.madeKey = madeKey;
        this.open = open;
    }

    /// Starts it; on return it answers.
    ///
    /// @throws StartException when database, storage or port cannot be had
    public static Server start(Settings settings, Clock clock) {
        Ids ids = Ids.secure(clock);
        DataFolder.make(settings.data().dir());
        Database database = openDatabase(settings, clock);
        try {
            Storage storage = Storage.open(settings, database.installation(), ids, clock);
            try {
                return start(settings, database, storage, ids, clock);
            } catch (RuntimeException e) {
                storage.close();
                throw e;
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Server start(
            Settings settings, Database database, Storage storage, Ids ids, Clock clock) {
        Optional<Secret> made =
                FirstKey.ensure(database, settings.bootstrap(), ids, clock.instant());
        var open = new AtomicBoolean(true);
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        UploadServices uploads =
                Wiring.uploads(
                        settings,
                        database,
                        new MeasuredObjectStore(storage.store(), metrics),
                        metrics,
                        ids,
                        clock);
        HttpServer http =
                Wiring.http(
                        settings,
                        database,
                        storage.store(),
                        uploads,
                        metrics,
                        () -> open.get() && database.isReady(),
                        ids,
                        clock);
        try {
            http.start();
        } catch (RuntimeException e) {
            throw new StartException(
                    "Port %d of %s cannot be used: is another service there?"
                            .formatted(settings.http().port(), settings.http().host()),
                    e);
        }
        Background background = Wiring.background(settings, database, uploads, clock);
        return new Server(database, storage, http, background, made, open);
    }

    private static Database openDatabase(Settings settings, Clock clock) {
        try {
            return Database.open(
                    new DatabaseSettings(
                            settings.database().url(),
                            settings.database().user(),
                            settings.database().password().map(Secret::value)),
                    clock);
        } catch (RuntimeException e) {
            throw new StartException("The database cannot be used: " + e.getMessage(), e);
        }
    }

    /// Where clients reach it.
    public URI url() {
        return http.url();
    }

    /// Whether the web interface is in this build.
    public static boolean hasStudio() {
        return StudioPages.areBuilt();
    }

    /// The line that says it is ready.
    public String readyLine() {
        String studio = hasStudio() ? "; Studio: %s/studio".formatted(url()) : "";
        return "Penstock is ready at %s (storage: %s%s)"
                .formatted(url(), storage.description(), studio);
    }

    /// The administrator's key, if this start made it up: to be shown once.
    public Optional<Secret> madeKey() {
        return madeKey;
    }

    /// Takes no new work, lets what is in flight finish for up to 30 s, then ends.
    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try (database;
                    storage;
                    background) {
                http.close();
            }
        }
    }
}
