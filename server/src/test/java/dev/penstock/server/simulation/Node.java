package dev.penstock.server.simulation;

import dev.penstock.core.document.DocumentRepository;
import dev.penstock.core.intake.DocumentStoreRepository;
import dev.penstock.core.intake.IntakeRepository;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.problem.ProblemException;
import dev.penstock.core.upload.RemovalRepository;
import dev.penstock.core.upload.UploadHistory;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.core.vocabulary.DocumentStatusRepository;
import dev.penstock.core.vocabulary.KnowledgeFeatureRepository;
import dev.penstock.database.Database;
import dev.penstock.server.background.AbandonedUploadReaper;
import dev.penstock.server.background.CompletionRecovery;
import dev.penstock.server.service.Ids;
import dev.penstock.server.service.Pause;
import dev.penstock.server.service.UploadCounters;
import dev.penstock.server.service.UploadServices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// A process: the production services behind watched ports, and what it remembers until it crashes.
final class Node {
    private static final UploadCounters COUNTERS = new UploadCounters(new SimpleMeterRegistry());
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private final World world;
    private final String name;
    private final DocumentRepository documents;
    private final IntakeRepository intakes;
    private final UploadServices services;
    private final CompletionRecovery recovery;
    private final AbandonedUploadReaper reaper;
    private boolean up = true;

    /// @param skew how far its clock is ahead of the database's
    Node(World world, String name, Duration skew) {
        this.world = world;
        this.name = name;
        Ports ports = world.ports();
        Database database = world.database();
        InstantSource clock = () -> world.scheduler().instant().plus(skew);
        UploadRepository uploads = ports.watched(UploadRepository.class, database.uploads());
        documents = ports.watched(DocumentRepository.class, database.documents());
        intakes = ports.watched(IntakeRepository.class, database.intakes());
        services =
                UploadServices.of(
                        uploads,
                        ports.watched(UploadHistory.class, database.uploadHistory()),
                        ports.watched(RemovalRepository.class, database.removals()),
                        documents,
                        ports.watched(DocumentStoreRepository.class, database.documentStores()),
                        ports.watched(DocumentStatusRepository.class, database.documentStatuses()),
                        ports.watched(
                                KnowledgeFeatureRepository.class, database.knowledgeFeatures()),
                        ports.watched(ObjectStore.class, world.store()),
                        new Ids(clock, world.random()),
                        clock,
                        pause(),
                        World.SETTINGS,
                        COUNTERS);
        recovery = new CompletionRecovery(uploads, intakes, services.completions());
        reaper = new AbandonedUploadReaper(uploads, services, clock);
    }

    /// Who sleeps may oversleep.
    private Pause pause() {
        return length -> {
            world.scheduler().current().ifPresent(Actor::requireAlive);
            world.scheduler().point(length.multipliedBy(1 + world.random().nextInt(6)));
        };
    }

    void beginBackgroundWork() {
        loop("renewal", World.SETTINGS.lease().dividedBy(3), services.leases()::renewAll);
        loop("recovery", RECOVERY, this::recover);
        loop("reaper", World.SETTINGS.cleanupInterval(), reaper::round);
    }

    private void loop(String chore, Duration interval, Runnable work) {
        Scheduler scheduler = world.scheduler();
        scheduler.spawn(
                chore,
                world.faults().upTo(interval),
                () -> {
                    scheduler.current().orElseThrow().moveTo(Optional.of(this));
                    while (up) {
                        attempt(work);
                        scheduler.point(interval.plus(world.faults().slowness()));
                    }
                });
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            // the next round tries again
        }
    }

    void recover() {
        for (UploadId id : recovery.unattended()) {
            recovery.recover(id);
        }
    }

    void reap() {
        attempt(reaper::round);
    }

    void crash() {
        world.trace().add(name, "crashes");
        up = false;
        world.scheduler().crash(this);
    }

    boolean isUp() {
        return up;
    }

    String name() {
        return name;
    }

    UploadServices services() {
        return services;
    }

    DocumentRepository documents() {
        return documents;
    }

    IntakeRepository intakes() {
        return intakes;
    }
}
