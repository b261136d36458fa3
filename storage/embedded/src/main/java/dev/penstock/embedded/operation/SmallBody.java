package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.body.Trailers;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;
import dev.penstock.embedded.http.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// A body that is read whole because it is small: XML.
final class SmallBody {

    /// Reads a body whose checksum headers speak of something else.
    ///
    /// @throws S3Exception `MaxMessageLengthExceeded`, and what reading a payload throws
    static byte[] read(Call call, int maxBytes) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        read(call, maxBytes, text);
        return text.toByteArray();
    }

    /// Reads a body that must come with a checksum of itself.
    ///
    /// @throws S3Exception `InvalidRequest` without, `BadDigest` with a wrong one, and as [#read]
    static byte[] readProven(Call call, int maxBytes) throws IOException {
        DeclaredChecksums declared = DeclaredChecksums.of(call.request().headers());
        if (declared.isEmpty()) {
            throw S3Error.INVALID_REQUEST.exception(
                    "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Trailers trailers = read(call, maxBytes, text);
        Set<ChecksumAlgorithm> algorithms = EnumSet.of(ChecksumAlgorithm.MD5);
        declared.algorithm().ifPresent(algorithms::add);
        Digests digests = new Digests(algorithms);
        digests.update(ByteBuffer.wrap(text.toByteArray()));
        Map<ChecksumAlgorithm, String> found = digests.finish();
        declared.verify(wanted -> found.getOrDefault(wanted, ""), trailers);
        return text.toByteArray();
    }

    private static Trailers read(Call call, int maxBytes, ByteArrayOutputStream text)
            throws IOException {
        if (call.payload().length() > maxBytes) {
            throw tooBig(maxBytes);
        }
        return call.payload()
                .readTo(bytes -> {
                    if (text.size() + bytes.remaining() > maxBytes) {
                        throw tooBig(maxBytes);
                    }
                    byte[] piece = new byte[bytes.remaining()];
                    bytes.get(piece);
                    text.writeBytes(piece);
                });
    }

    private static S3Exception tooBig(int maxBytes) {
        return S3Error.MAX_MESSAGE_LENGTH_EXCEEDED
                .exception()
                .with("MaxMessageLengthBytes", maxBytes);
    }

    private SmallBody() {}
}
