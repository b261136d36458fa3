package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.blob.IncomingBlob;
import dev.penstock.embedded.body.Trailers;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.Call;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes a body to the disk, hashing on the way.
final class Receiver {
    private final Limits limits;

    Receiver(Limits limits) {
        this.limits = limits;
    }

    /// Refuses what is too large before a byte of it is read.
    void checkLength(Call call) {
        long length = call.announcedLength();
        if (length > limits.maxPartBytes()) {
            throw S3Error.ENTITY_TOO_LARGE
                    .exception()
                    .with("ProposedSize", length)
                    .with("MaxSizeAllowed", limits.maxPartBytes());
        }
    }

    /// @param declared what the caller said about the body
    /// @param algorithm to compute beside MD5 and CRC64NVME
    ReceivedBlob receive(
            Call call,
            IncomingBlob blob,
            DeclaredChecksums declared,
            Optional<ChecksumAlgorithm> algorithm)
            throws IOException {
        Set<ChecksumAlgorithm> algorithms =
                EnumSet.of(ChecksumAlgorithm.MD5, ChecksumAlgorithm.CRC64NVME);
        algorithm.ifPresent(algorithms::add);
        Trailers trailers;
        Map<ChecksumAlgorithm, String> found;
        try (IncomingBody incoming = new IncomingBody(blob, algorithms)) {
            trailers = call.payload().readTo(incoming);
            found = incoming.finish();
        }
        declared.verify(wanted -> found.getOrDefault(wanted, ""), trailers);
        return new ReceivedBlob(blob.id(), call.announcedLength(), found, algorithm);
    }
}
