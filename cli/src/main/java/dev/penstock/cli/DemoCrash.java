package dev.penstock.cli;

import dev.penstock.cli.demo.ServiceProcess;
import dev.penstock.client.ProgressListener;
import dev.penstock.client.UploadEvent;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Kills the demo's service when half of the file is in the storage, and counts what that cost.
final class DemoCrash implements ProgressListener {
    private final ServiceProcess service;
    private final long half;
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong sentInVain = new AtomicLong();
    private final AtomicBoolean happened = new AtomicBoolean();
    private volatile long writtenBefore;

    DemoCrash(ServiceProcess service, long size) {
        this.service = service;
        this.half = size / 2;
    }

    @Override
    public void on(UploadEvent event) {
        switch (event) {
            case UploadEvent.PartStored part -> stored(part.size());
            case UploadEvent.BytesLost lost -> sentInVain.addAndGet(lost.bytes());
            case UploadEvent.Opened _,
                    UploadEvent.SendingDirectly _,
                    UploadEvent.PartKept _,
                    UploadEvent.BytesSent _,
                    UploadEvent.Waiting _,
                    UploadEvent.StartingAnew _,
                    UploadEvent.Completing _ -> {}
        }
    }

    private void stored(long size) {
        if (stored.addAndGet(size) >= half && happened.compareAndSet(false, true)) {
            Thread.ofPlatform().name("crash").start(this::crash);
        }
    }

    private void crash() {
        writtenBefore = service.figures().written().orElse(0);
        service.crashAndRestart();
    }

    /// What the service had written before the crash, in bytes.
    long writtenBefore() {
        return writtenBefore;
    }

    /// What it cost; empty if the file was too small for a crash half-way.
    Optional<String> report() {
        return happened.get()
                ? Optional.of(
                        "killed with %s stored, started again; %s were sent a second time"
                                .formatted(Sizes.text(half), Sizes.text(sentInVain.get())))
                : Optional.empty();
    }
}
