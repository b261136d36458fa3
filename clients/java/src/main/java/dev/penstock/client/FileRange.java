package dev.penstock.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Bytes of an open file.
///
/// @param offset of the first byte
/// @param size in bytes
record FileRange(FileChannel channel, long offset, long size) {

    /// Fills the buffer from `position` (0 is the first byte of the range) on, up to the end of the
    /// range.
    ///
    /// @return how many bytes came; 0 at the end of the range
    /// @throws ShortFileException when the file ends before the range does
    int read(ByteBuffer buffer, long position) throws IOException {
        int wanted = (int) Math.min(buffer.remaining(), size - position);
        buffer.limit(buffer.position() + wanted);
        int got = 0;
        while (got < wanted) {
            int n = channel.read(buffer, offset + position + got);
            if (n < 0) {
                throw new ShortFileException();
            }
            got += n;
        }
        return got;
    }
}
