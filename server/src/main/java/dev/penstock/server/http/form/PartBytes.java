package dev.penstock.server.http.form;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of one part. Closing it reads nothing and ends nothing.
final class PartBytes extends InputStream {
    private final InputStream bytes;
    private boolean ended;

    PartBytes(InputStream bytes) {
        this.bytes = bytes;
    }

    boolean isReadToItsEnd() {
        return ended;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// @throws dev.penstock.core.problem.ProblemException `invalid-body` where the form ends before
    ///   the part does
    @Override
    public int read(byte[] into, int offset, int length) {
        if (ended) {
            return -1;
        }
        try {
            int read = bytes.read(into, offset, length);
            ended = read < 0;
            return read;
        } catch (IOException e) {
            throw FormProblems.malformed("ended within a part");
        }
    }
}
