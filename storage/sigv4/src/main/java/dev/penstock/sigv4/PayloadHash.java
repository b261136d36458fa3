package dev.penstock.sigv4;

import java.util.Arrays;
import java.util.Optional;

/// What a signature says about the body: the value of `x-amz-content-sha256`, and the last line of
/// the canonical request
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>).
public sealed interface PayloadHash {

    /// The value as it travels.
    String headerValue();

    /// Reads a header's value; empty if it is neither a hash nor a mode that is known here.
    static Optional<PayloadHash> parse(String headerValue) {
        if (Hex.isHex(headerValue, 64)) {
            return Optional.of(new Sha256Of(headerValue));
        }
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.headerValue().equals(headerValue))
                .map(PayloadHash.class::cast)
                .findFirst();
    }

    /// The hash of these very bytes.
    static PayloadHash of(byte[] body) {
        return new Sha256Of(Hex.of(Sha256.of(body)));
    }

    /// The body's SHA-256 in 64 lower-case hexadecimal digits.
    record Sha256Of(String headerValue) implements PayloadHash {
        public Sha256Of {
            if (!Hex.isHex(headerValue, 64)) {
                throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal");
            }
        }
    }

    /// A body that the signature of the request does not cover by itself.
    enum Mode implements PayloadHash {
        /// Any body.
        UNSIGNED("UNSIGNED-PAYLOAD"),
        /// aws-chunked, every chunk with its signature.
        STREAMING_SIGNED("STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
        /// aws-chunked, every chunk with its signature, and a signed trailer.
        STREAMING_SIGNED_TRAILER("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"),
        /// aws-chunked without signatures, with a trailer that holds a checksum.
        STREAMING_UNSIGNED_TRAILER("STREAMING-UNSIGNED-PAYLOAD-TRAILER");

        private final String headerValue;

        Mode(String headerValue) {
            this.headerValue = headerValue;
        }

        @Override
        public String headerValue() {
            return headerValue;
        }
    }
}
