package dev.penstock.embedded.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.sigv4.ChunkSignatures;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Map;
import java.util.stream.Collectors;

/// Compares each chunk of a signed aws-chunked body with its signature, which covers the one
/// before.
final class ChunkSeals implements ChunkCheck {
    private final ChunkSignatures signatures;
    private final MessageDigest sha256 = Sha256.newDigest();
    private String previous;

    /// @param seed the signature of the request
    ChunkSeals(ChunkSignatures signatures, String seed) {
        this.signatures = signatures;
        this.previous = seed;
    }

    @Override
    public void data(ByteBuffer bytes) {
        sha256.update(bytes);
    }

    @Override
    public void endOfChunk(String given) {
        require(signatures.chunk(previous, sha256.digest()), given);
        previous = given;
    }

    @Override
    public void trailers(Map<String, String> trailers, String given) {
        String text =
                trailers.entrySet().stream()
                        .map(trailer -> trailer.getKey() + ":" + trailer.getValue() + "\n")
                        .collect(Collectors.joining());
        sha256.update(text.getBytes(ISO_8859_1));
        require(signatures.trailer(previous, sha256.digest()), given);
    }

    private static void require(String expected, String given) {
        if (!ChunkSignatures.matches(expected, given)) {
            throw S3Error.SIGNATURE_DOES_NOT_MATCH.exception();
        }
    }
}
