package dev.penstock.server.service;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.upload.UploadKind;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a caller asks for when it begins an upload, each value well-formed, none yet allowed.
///
/// @param partSize the caller's own choice
/// @param checksumAlgorithm a name, or `auto`
/// @param checksum the base64 value for a single upload
public record UploadRequest(
        UploadKind kind,
        DocumentPath path,
        String contentType,
        Optional<ByteCount> length,
        Optional<ByteCount> partSize,
        Optional<String> checksumAlgorithm,
        Optional<String> checksum) {

    /// Equal for equal requests, and only for them: what an `Idempotency-Key` stands for.
    public String fingerprint() {
        return Stream.of(
                        Optional.of(kind),
                        Optional.of(path),
                        Optional.of(contentType),
                        length,
                        partSize,
                        checksumAlgorithm,
                        checksum)
                .map(part -> part.map(p -> p.toString().length() + ":" + p).orElse("-"))
                .collect(Collectors.joining(","));
    }

    /// The checksum in the algorithm that was chosen.
    Optional<Checksum> checksumOf(ChecksumAlgorithm algorithm) {
        return checksum.map(value -> new Checksum(algorithm, value));
    }
}
