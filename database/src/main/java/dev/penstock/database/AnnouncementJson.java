package dev.penstock.database;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.PartPlan;
import java.util.Optional;

/// What was announced of an upload and is not a column.
///
/// @param path the announced one; the column has the one in force
/// @param length in bytes
/// @param partSize of part 1, in bytes
/// @param parts whether they grow
/// @param checksum as [ChecksumText] has it
record AnnouncementJson(
        int v,
        String path,
        String contentType,
        Optional<Long> length,
        long partSize,
        Parts parts,
        Optional<ChecksumAlgorithm> checksumAlgorithm,
        Optional<String> checksum)
        implements Json.Versioned {

    enum Parts {
        EQUAL,
        GROWING
    }

    static String write(Announcement announcement) {
        return Json.write(
                new AnnouncementJson(
                        1,
                        announcement.path().value(),
                        announcement.contentType(),
                        announcement.length().map(ByteCount::value),
                        announcement.plan().partSize().value(),
                        parts(announcement.plan()),
                        announcement.checksumAlgorithm(),
                        announcement.checksum().map(ChecksumText::of)));
    }

    static AnnouncementJson read(String text) {
        return Json.read(text, AnnouncementJson.class);
    }

    PartPlan plan() {
        var size = new ByteCount(partSize);
        return switch (parts) {
            case EQUAL -> new PartPlan.Equal(size);
            case GROWING -> new PartPlan.Growing(size);
        };
    }

    private static Parts parts(PartPlan plan) {
        return switch (plan) {
            case PartPlan.Equal ignored -> Parts.EQUAL;
            case PartPlan.Growing ignored -> Parts.GROWING;
        };
    }
}
