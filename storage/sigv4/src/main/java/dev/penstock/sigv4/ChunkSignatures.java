package dev.penstock.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;

/// The signatures within an aws-chunked body, each of which covers the one before
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html>,
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>).
///
/// The chain starts with the request's own signature. The last chunk, of no bytes, is signed like
/// any other.
///
/// @param time the request's `x-amz-date`
public record ChunkSignatures(SigningKey key, Scope scope, Instant time) {

    /// The signature of a chunk.
    ///
    /// @param previous signature of the chunk before, or of the request
    /// @param sha256 of the chunk's data, 32 bytes
    public String chunk(String previous, byte[] sha256) {
        return key.sign(header("-PAYLOAD", previous) + Sha256.OF_NOTHING + '\n' + Hex.of(sha256));
    }

    /// The signature of the trailer, sent as `x-amz-trailer-signature`.
    ///
    /// @param previous signature of the last chunk, the one of no bytes
    /// @param sha256 of the trailing headers but the signature, each as `name:value` in lower case,
    ///   trimmed, with a line feed after it; 32 bytes
    public String trailer(String previous, byte[] sha256) {
        return key.sign(header("-TRAILER", previous) + Hex.of(sha256));
    }

    /// Compares signatures in a time that does not tell how much of them is equal.
    public static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private String header(String kind, String previous) {
        return CanonicalRequest.ALGORITHM
                + kind
                + '\n'
                + AmzDate.format(time)
                + '\n'
                + scope
                + '\n'
                + previous
                + '\n';
    }
}
