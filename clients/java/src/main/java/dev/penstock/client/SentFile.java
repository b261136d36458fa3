package dev.penstock.client;

import dev.penstock.contract.DocumentFamilyJson;
import java.util.Optional;
import java.util.UUID;

/// A file that arrived.
///
/// @param family the document it became
/// @param uploadId empty where a direct upload has none
/// @param size in bytes
/// @param checksum of the whole file as this client computed it, where it follows from the parts
public record SentFile(
        DocumentFamilyJson family,
        Optional<UUID> uploadId,
        long size,
        Optional<NamedChecksum> checksum,
        Traffic traffic) {}
