package dev.penstock.embedded.body;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.sigv4.PayloadHash;
import dev.penstock.sigv4.Verification.Verified;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;

/// A body and what the request's signature says about it.
///
/// @param length bytes once unwrapped
public record Payload(RequestBody body, Verified authorization, long length) {

    /// Whether a body comes wrapped in chunks of S3's own.
    public static boolean isChunked(PayloadHash payload) {
        return switch (payload) {
            case PayloadHash.Sha256Of _ -> false;
            case PayloadHash.Mode mode -> mode != PayloadHash.Mode.UNSIGNED;
        };
    }

    /// Reads all of it, and compares it with what was signed.
    ///
    /// Bytes reach the sink before they are compared; they count only if this returns.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception `XAmzContentSHA256Mismatch`,
    ///   `SignatureDoesNotMatch`, `IncompleteBody` or others for a malformed body
    public Trailers readTo(ByteSink sink) throws IOException {
        return switch (authorization.payload()) {
            case PayloadHash.Sha256Of hash -> hashed(hash, sink);
            case PayloadHash.Mode mode ->
                    switch (mode) {
                        case UNSIGNED -> plain(sink);
                        case STREAMING_SIGNED ->
                                chunked(AwsChunkedBody.Trailing.NOTHING, seals(), sink);
                        case STREAMING_SIGNED_TRAILER ->
                                chunked(AwsChunkedBody.Trailing.SIGNED_TRAILERS, seals(), sink);
                        case STREAMING_UNSIGNED_TRAILER ->
                                chunked(AwsChunkedBody.Trailing.TRAILERS, ChunkCheck.NONE, sink);
                    };
        };
    }

    private Trailers plain(ByteSink sink) throws IOException {
        body.readTo(sink);
        return Trailers.NONE;
    }

    private Trailers hashed(PayloadHash.Sha256Of expected, ByteSink sink) throws IOException {
        MessageDigest sha256 = Sha256.newDigest();
        body.readTo(bytes -> {
            sha256.update(bytes.duplicate());
            sink.accept(bytes);
        });
        String found = HexFormat.of().formatHex(sha256.digest());
        if (!found.equals(expected.headerValue())) {
            throw S3Error.CONTENT_SHA256_MISMATCH
                    .exception()
                    .with("ClientComputedContentSHA256", expected.headerValue())
                    .with("S3ComputedContentSHA256", found);
        }
        return Trailers.NONE;
    }

    private Trailers chunked(AwsChunkedBody.Trailing trailing, ChunkCheck check, ByteSink sink)
            throws IOException {
        AwsChunkedBody chunks = new AwsChunkedBody(length, trailing, check, sink);
        body.readTo(chunks);
        return chunks.finish();
    }

    private ChunkCheck seals() {
        return new ChunkSeals(authorization.chunkSignatures(), authorization.signature());
    }
}
