package dev.penstock.client;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// Something that happened to an upload; all sizes are bytes.
public sealed interface UploadEvent {

    /// The upload is open, in the service and (but for a stream) in the journal.
    ///
    /// @param size of the file; empty for a stream
    /// @param parts that it is cut into; empty for a stream
    /// @param checksumAlgorithm in force, when one is
    record Opened(
            UUID uploadId, OptionalLong size, OptionalInt parts, Optional<String> checksumAlgorithm)
            implements UploadEvent {}

    /// The file goes to the service itself; there is nothing to resume.
    record SendingDirectly(long size) implements UploadEvent {}

    /// The storage already holds this part, compared with the file.
    record PartKept(int partNumber, long size) implements UploadEvent {}

    /// Bytes handed to the network.
    record BytesSent(int partNumber, long bytes) implements UploadEvent {}

    /// Bytes that were handed to the network in vain; they will be sent again.
    record BytesLost(int partNumber, long bytes) implements UploadEvent {}

    /// The storage has acknowledged a part.
    record PartStored(int partNumber, long size) implements UploadEvent {}

    /// Something failed and is tried again after the delay.
    record Waiting(String reason, Duration delay) implements UploadEvent {}

    /// The storage lost the upload, and a new one of the same file begins: nothing has arrived.
    ///
    /// @param lost the upload that is over
    /// @param times how many were lost so far, this one included
    record StartingAnew(UUID lost, int times) implements UploadEvent {}

    /// All parts are there; the service is asked to make the document.
    record Completing() implements UploadEvent {}
}
