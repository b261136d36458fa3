package dev.penstock.core.upload;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Announcements to test with.
final class Announcements {
    static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");
    static final Instant DEADLINE = CREATED.plus(Duration.ofDays(7));
    static final DocumentPath PATH = new DocumentPath("a/scan.pdf");

    private Announcements() {}

    static Announcement multipart(ByteCount length) {
        return multipart(Optional.of(length), PartPlan.forLength(length), Optional.empty());
    }

    static Announcement multipart(ByteCount length, ChecksumAlgorithm algorithm) {
        return multipart(Optional.of(length), PartPlan.forLength(length), Optional.of(algorithm));
    }

    static Announcement ofUnknownLength() {
        return multipart(Optional.empty(), PartPlan.growing(), Optional.empty());
    }

    static Announcement single(ByteCount length) {
        return of(
                UploadKind.SINGLE,
                Optional.of(length),
                PartPlan.onePart(length),
                Optional.empty(),
                Optional.empty());
    }

    static Announcement single(ByteCount length, Checksum checksum) {
        return of(
                UploadKind.SINGLE,
                Optional.of(length),
                PartPlan.onePart(length),
                Optional.of(checksum.algorithm()),
                Optional.of(checksum));
    }

    static Announcement direct() {
        return of(
                UploadKind.DIRECT,
                Optional.empty(),
                PartPlan.growing(),
                Optional.empty(),
                Optional.empty());
    }

    static Announcement multipart(
            Optional<ByteCount> length, PartPlan plan, Optional<ChecksumAlgorithm> algorithm) {
        return of(UploadKind.MULTIPART, length, plan, algorithm, Optional.empty());
    }

    static Announcement of(
            UploadKind kind,
            Optional<ByteCount> length,
            PartPlan plan,
            Optional<ChecksumAlgorithm> algorithm,
            Optional<Checksum> checksum) {
        return new Announcement(
                new UploadId(new UUID(1, 2)),
                new IntakeId(new UUID(1, 3)),
                new StoreId(new UUID(1, 4)),
                kind,
                new ObjectKey("presigned-uploads/i/u/scan.pdf"),
                PATH,
                "application/pdf",
                length,
                plan,
                algorithm,
                checksum,
                CREATED,
                DEADLINE);
    }
}
