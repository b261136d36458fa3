package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import java.time.Duration;
import java.util.Optional;

/// An upload that takes parts.
///
/// @param path announced for the document
/// @param algorithm of the checksums in force, when any are
/// @param maxPartsPerRequest most part URLs that one call gives
/// @param urlLife how long a part's URL lives
record OpenUpload(
        UploadKind kind,
        UploadHandle handle,
        String path,
        PartLayout layout,
        Optional<ChecksumAlgorithm> algorithm,
        int maxPartsPerRequest,
        Duration urlLife) {

    /// @throws UnsendableFileException for an algorithm that this client does not know
    static Optional<ChecksumAlgorithm> algorithm(Optional<String> name) {
        return name.map(n ->
                ChecksumAlgorithm.byS3Name(n)
                        .orElseThrow(() ->
                                new UnsendableFileException(
                                        "The upload's checksum algorithm is "
                                                + n
                                                + ", which this client does not"
                                                + " know.")));
    }
}
