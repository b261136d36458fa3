package dev.penstock.embedded.body;

import java.nio.ByteBuffer;
import java.util.Map;

/// Looks at the chunks of an aws-chunked body.
interface ChunkCheck {
    /// Some bytes of the current chunk. Consumes the buffer.
    void data(ByteBuffer bytes);

    /// The current chunk ends.
    ///
    /// @param signature as it stood in the chunk's header; empty if there was none
    void endOfChunk(String signature);

    /// The body ends.
    ///
    /// @param trailers without the signature, in their order
    /// @param signature of the trailers; empty if there was none
    void trailers(Map<String, String> trailers, String signature);

    /// For bodies without signatures.
    ChunkCheck NONE =
            new ChunkCheck() {
                @Override
                public void data(ByteBuffer bytes) {}

                @Override
                public void endOfChunk(String signature) {}

                @Override
                public void trailers(Map<String, String> trailers, String signature) {}
            };
}
