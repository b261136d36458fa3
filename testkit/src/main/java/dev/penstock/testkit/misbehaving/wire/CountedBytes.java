package dev.penstock.testkit.misbehaving.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// So many bytes of a connection, no more, and none less.
final class CountedBytes extends InputStream {
    private final InputStream in;
    private long left;

    CountedBytes(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the connection ended " + left + " bytes before the body");
        }
        left -= count;
        return count;
    }
}
