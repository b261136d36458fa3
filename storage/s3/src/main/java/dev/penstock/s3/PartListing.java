package dev.penstock.s3;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartPage;
import dev.penstock.core.object.StoredPart;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.Part;

/// Reads an answer to `ListParts`
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html>).
final class PartListing {

    /// @param after what was asked for
    /// @throws ObjectStoreException.Unavailable when the listing does not get on, so that whoever
    ///   reads all pages does not do so for ever
    static PartPage page(ListPartsResponse answer, Optional<PartNumber> after) {
        List<StoredPart> parts =
                answer.parts().stream()
                        .map(PartListing::part)
                        .sorted(Comparator.comparing(StoredPart::number))
                        .toList();
        if (!Boolean.TRUE.equals(answer.isTruncated())) {
            return new PartPage(parts, Optional.empty());
        }
        PartNumber next = next(parts, answer.nextPartNumberMarker());
        if (after.isPresent() && next.compareTo(after.get()) <= 0) {
            throw stuck("ListParts after part " + after.get() + " came back to part " + next);
        }
        return new PartPage(parts, Optional.of(next));
    }

    /// The last part on the page is where the next one begins, whatever the marker says.
    private static PartNumber next(List<StoredPart> parts, @Nullable Integer marker) {
        if (!parts.isEmpty()) {
            return parts.getLast().number();
        }
        if (marker == null || !PartNumber.isValid(marker)) {
            throw stuck("ListParts says that there is more, and not where");
        }
        return PartNumber.of(marker);
    }

    private static StoredPart part(Part part) {
        return new StoredPart(
                PartNumber.of(required(part.partNumber(), "a part number")),
                new ByteCount(required(part.size(), "a size")),
                new ETag(required(part.eTag(), "an ETag")),
                checksum(part));
    }

    private static <T> T required(@Nullable T value, String field) {
        return StorageCall.required(value, "ListParts", field);
    }

    private static Optional<Checksum> checksum(Part part) {
        return Stream.of(ChecksumAlgorithm.values())
                .flatMap(a -> value(part, a).map(v -> new Checksum(a, v)).stream())
                .findFirst();
    }

    private static Optional<String> value(Part part, ChecksumAlgorithm algorithm) {
        return Optional.ofNullable(
                switch (algorithm) {
                    case CRC64NVME -> part.checksumCRC64NVME();
                    case CRC32C -> part.checksumCRC32C();
                    case SHA256 -> part.checksumSHA256();
                    case MD5 -> part.checksumMD5();
                });
    }

    private static ObjectStoreException stuck(String message) {
        return new ObjectStoreException.Unavailable(message, new IllegalStateException(message));
    }

    private PartListing() {}
}
