package dev.penstock.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/// What a container says about the file it was made from; the names are those of the container
/// format.
///
/// @param checksum like `crc64nvme:…`
public record ContentSourceJson(
        @JsonProperty("original_filename") String originalFilename,
        @JsonProperty("original_path") String originalPath,
        @JsonProperty("mime_type") Optional<String> mimeType,
        Optional<String> checksum) {}
