package dev.penstock.database;

import dev.penstock.core.document.Verification;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.upload.VerifiedParts;
import java.util.List;
import java.util.Optional;

/// The verified parts inside the data of a completing upload, up to 10,000.
///
/// @param size in bytes
/// @param whole as [ChecksumText] has it
record VerifiedJson(
        long size, Verification verification, Optional<String> whole, List<Part> parts) {

    /// @param size in bytes
    /// @param checksum as [ChecksumText] has it
    record Part(int number, long size, String etag, Optional<String> checksum) {
        static Part of(StoredPart part) {
            return new Part(
                    part.number().value(),
                    part.size().value(),
                    part.etag().value(),
                    part.checksum().map(ChecksumText::of));
        }

        StoredPart part() {
            return new StoredPart(
                    new PartNumber(number),
                    new ByteCount(size),
                    new ETag(etag),
                    checksum.map(ChecksumText::checksum));
        }
    }

    static VerifiedJson of(VerifiedParts verified) {
        return new VerifiedJson(
                verified.size().value(),
                verified.verification(),
                verified.whole().map(ChecksumText::of),
                verified.parts().stream().map(Part::of).toList());
    }

    VerifiedParts verified() {
        return new VerifiedParts(
                parts.stream().map(Part::part).toList(),
                new ByteCount(size),
                verification,
                whole.map(ChecksumText::checksum));
    }
}
