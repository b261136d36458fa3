package dev.penstock.embedded.body;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Takes bytes as they come.
@FunctionalInterface
public interface ByteSink {
    /// Takes all that remains in the buffer, which is the caller's again afterwards.
    void accept(ByteBuffer bytes) throws IOException;
}
