package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Optional;

/// One part as the client knows it, in the list of a completion. `PartNumber`, `ETag` and `eTag`
/// are read too.
///
/// @param etag with or without quotes
/// @param checksum base64 text of the algorithm in force
public record CompletedPart(
        @JsonAlias("PartNumber") int partNumber,
        @JsonAlias({"ETag", "eTag"}) Optional<String> etag,
        Optional<String> checksum) {}
