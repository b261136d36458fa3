package dev.penstock.sigv4;

import java.time.Instant;
import java.util.List;

/// The outcome of looking at a request's signature.
public sealed interface Verification {

    /// Signed by known credentials for this server, now; what the signature covers is as it was
    /// signed.
    ///
    /// The body is not looked at: where `payload` names a hash or signed chunks, the reader of the
    /// body compares.
    ///
    /// @param signedHeaders names in lower case, sorted
    /// @param signature the request's own, the seed of an aws-chunked body's chain
    record Verified(
            String accessKey,
            Scope scope,
            Instant signedAt,
            PayloadHash payload,
            List<String> signedHeaders,
            SigningKey signingKey,
            String signature)
            implements Verification {

        public Verified {
            signedHeaders = List.copyOf(signedHeaders);
        }

        /// Checks the chunks and trailer of an aws-chunked body.
        public ChunkSignatures chunkSignatures() {
            return new ChunkSignatures(signingKey, scope, signedAt);
        }

        @Override
        public String toString() {
            return "Verified[scope=" + scope + ", payload=" + payload + "]";
        }
    }

    /// Not let in.
    ///
    /// @param detail a sentence for the sender, free of secrets
    record Refused(Refusal reason, String detail) implements Verification {}
}
