package dev.penstock.server.background;

import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadRepository;
import dev.penstock.server.service.UploadInspection;
import dev.penstock.server.service.UploadServices;
import java.time.InstantSource;
import java.util.Optional;

/// Ends uploads that nobody will end, and removes from the storage what rows say is to go. Nothing
/// is ever removed because a row is missing.
public final class AbandonedUploadReaper {
    private static final int BATCH = 100;

    /// How many uploads are held against the storage in one round: each costs a call or more.
    private static final int INSPECTED = 50;

    private final UploadRepository uploads;
    private final UploadServices services;
    private final InstantSource clock;
    private Optional<UploadId> inspected = Optional.empty();

    public AbandonedUploadReaper(
            UploadRepository uploads, UploadServices services, InstantSource clock) {
        this.uploads = uploads;
        this.services = services;
        this.clock = clock;
    }

    /// One round, in this order: a later chore finds what an earlier one left.
    public void round() {
        services.uploads().abortOrphaned(BATCH);
        while (services.uploads().expireOverdue(BATCH) == BATCH) {
            // more are overdue
        }
        inspect(services.inspection());
        while (services.removals().carryOutDue(BATCH) == BATCH) {
            // more are due
        }
        uploads.forgetKeys(clock.instant());
    }

    private void inspect(UploadInspection inspection) {
        inspected = inspection.inspect(inspected, INSPECTED);
    }
}
