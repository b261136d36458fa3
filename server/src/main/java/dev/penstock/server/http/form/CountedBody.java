package dev.penstock.server.http.form;

import dev.penstock.core.object.ByteCount;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A request body that may have so many bytes and no more. What goes wrong leaves unchecked, past
/// the parser, which would take it for a malformed form.
final class CountedBody extends InputStream {
    private final InputStream body;
    private final ByteCount most;
    private long count;

    CountedBody(InputStream body, ByteCount most) {
        this.body = body;
        this.most = most;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// @throws dev.penstock.core.problem.ProblemException `direct-upload-too-large` when one byte
    ///   more than allowed has come
    /// @throws UncheckedIOException when the connection fails
    @Override
    public int read(byte[] into, int offset, int length) {
        try {
            int read = body.read(into, offset, length);
            count += Math.max(0, read);
            if (count > most.value()) {
                throw FormProblems.tooLarge(most);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
