package dev.penstock.s3;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.StorageCapabilities;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;

/// A body that the service itself sends, read from where it lies, as often as it is sent.
///
/// @param bytes from position to limit; neither is moved
record SentBytes(ByteBuffer bytes) {

    long size() {
        return bytes.remaining();
    }

    RequestBody body(String contentType) {
        return RequestBody.fromContentProvider(
                () -> new BufferStream(bytes.duplicate()), size(), contentType);
    }

    /// `Content-MD5` where it is enforced: it needs no agreement with the multipart upload, and a
    /// storage that computes a checksum of its own records it beside. Elsewhere (directory buckets
    /// know no `Content-MD5`) what the JDK can make; where nothing is known to be enforced,
    /// `Content-MD5` again, which does no harm.
    Checksum checksum(StorageCapabilities capabilities) {
        Set<ChecksumAlgorithm> enforced = capabilities.enforced();
        Optional<ChecksumAlgorithm> algorithm =
                Stream.of(ChecksumAlgorithm.MD5, ChecksumAlgorithm.CRC32C, ChecksumAlgorithm.SHA256)
                        .filter(enforced::contains)
                        .findFirst();
        return Hashing.checksum(algorithm.orElse(ChecksumAlgorithm.MD5), bytes.duplicate());
    }
}
