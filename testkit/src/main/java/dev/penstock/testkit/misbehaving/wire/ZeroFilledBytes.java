package dev.penstock.testkit.misbehaving.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The first bytes of a body, and zeros for the rest of its length: what a server stores that
/// trusts a length more than a connection. If the body ends early by itself, the zeros begin there.
public final class ZeroFilledBytes extends InputStream {
    private final InputStream in;
    private final long length;
    private final Runnable cut;
    private long real;
    private long given;
    private boolean isCut;

    /// @param real how many bytes of the body are taken
    /// @param length of the whole
    /// @param cut called once, when the first zero is due
    public ZeroFilledBytes(InputStream in, long real, long length, Runnable cut) {
        this.in = in;
        this.real = real;
        this.length = length;
        this.cut = cut;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (given == length) {
            return -1;
        }
        int most = (int) Math.min(wanted, length - given);
        int count = given < real ? real(bytes, offset, (int) Math.min(most, real - given)) : -1;
        if (count < 0) {
            count = zeros(bytes, offset, most);
        }
        given += count;
        return count;
    }

    private int real(byte[] bytes, int offset, int most) {
        try {
            return in.read(bytes, offset, most);
        } catch (IOException e) {
            real = given;
            return -1;
        }
    }

    private int zeros(byte[] bytes, int offset, int count) {
        real = given;
        if (!isCut) {
            isCut = true;
            cut.run();
        }
        Arrays.fill(bytes, offset, offset + count, (byte) 0);
        return count;
    }
}
