package dev.penstock.testkit.misbehaving.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Bytes that are taken only so fast.
public final class SlowBytes extends FilterInputStream {
    private static final long PIECES_A_SECOND = 20;

    private final int piece;

    /// @param bytesPerSecond 20 or more
    public SlowBytes(InputStream in, long bytesPerSecond) {
        super(in);
        this.piece = Math.clamp(bytesPerSecond / PIECES_A_SECOND, 1, 1 << 20);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, Math.min(length, piece));
        if (count > 0) {
            Pause.of(Duration.ofNanos(1_000_000_000L / PIECES_A_SECOND * count / piece));
        }
        return count;
    }
}
