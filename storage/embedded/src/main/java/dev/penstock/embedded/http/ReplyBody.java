package dev.penstock.embedded.http;

import dev.penstock.embedded.body.ByteSink;
import java.io.IOException;

/// What stands below the headers of a reply. Whoever has one closes it.
public interface ReplyBody extends AutoCloseable {
    /// Bytes.
    long length();

    /// Writes all of it. The sink may block for as long as the client reads.
    void writeTo(ByteSink sink) throws IOException;

    @Override
    void close();
}
