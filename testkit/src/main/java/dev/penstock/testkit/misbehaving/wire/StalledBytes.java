package dev.penstock.testkit.misbehaving.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Bytes of which none are taken for a while once so many have come.
public final class StalledBytes extends FilterInputStream {
    private final Duration pause;
    private long before;

    /// @param before how many come until the pause; 0 for none
    public StalledBytes(InputStream in, long before, Duration pause) {
        super(in);
        this.before = before;
        this.pause = pause;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (before == 0) {
            before = Long.MAX_VALUE;
            Pause.of(pause);
        }
        int count = super.read(bytes, offset, (int) Math.min(length, before));
        if (count > 0 && before != Long.MAX_VALUE) {
            before -= count;
        }
        return count;
    }
}
