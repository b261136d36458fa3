package dev.penstock.core.upload;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ObjectKey;
import java.time.Instant;
import java.util.Optional;

/// What was asked for when an upload began, and never changes.
///
/// @param key made by the server
/// @param contentType as the caller declared it
/// @param length of the whole file, where the caller announced it; always for a single upload
/// @param plan how the file is proposed to be cut; a single upload is always one part as long as
///   the file
/// @param checksumAlgorithm in force for every part
/// @param checksum of the whole file, for a single upload that asked for one
/// @param deadline when the upload expires
public record Announcement(
        UploadId id,
        IntakeId intakeId,
        StoreId storeId,
        UploadKind kind,
        ObjectKey key,
        DocumentPath path,
        String contentType,
        Optional<ByteCount> length,
        PartPlan plan,
        Optional<ChecksumAlgorithm> checksumAlgorithm,
        Optional<Checksum> checksum,
        Instant createdOn,
        Instant deadline) {

    public Announcement {
        if (kind == UploadKind.SINGLE) {
            plan =
                    length.filter(l -> l.isMoreThan(ByteCount.ZERO))
                            .map(PartPlan::onePart)
                            .orElse(plan);
        }
    }

    /// How many parts the plan has, where the length is known.
    public Optional<Long> partCount() {
        return length.map(plan::partCount);
    }
}
