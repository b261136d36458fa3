package dev.penstock.core.upload;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.PartNumber;
import java.util.Optional;

/// A part as a caller names it when it completes.
public record ListedPart(
        PartNumber number,
        Optional<ETag> etag,
        Optional<ByteCount> size,
        Optional<Checksum> checksum) {}
