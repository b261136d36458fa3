package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A part of a stream in a temporary file, which has no name any more where the system allows that,
/// so that nothing is left behind however this process ends.
///
/// @param checksum of the algorithm in force, when one is
record SpooledPart(FileChannel channel, long size, Optional<NamedChecksum> checksum) {
    private static final int BUFFER_BYTES = 256 << 10;

    /// Reads up to `most` bytes; fewer only at the end of the stream, none after it.
    static SpooledPart read(InputStream stream, long most, Optional<ChecksumAlgorithm> algorithm)
            throws IOException {
        var channel = nameless();
        try {
            var computation = algorithm.map(ChecksumAlgorithm::newChecksum);
            long size = copy(stream, most, channel, computation);
            return new SpooledPart(
                    channel,
                    size,
                    algorithm.flatMap(
                            a -> computation.map(c -> new NamedChecksum(a, a.encode(c.digest())))));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel nameless() throws IOException {
        Path path = Files.createTempFile("penstock-part-", ".tmp");
        var channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // an open file cannot be deleted here; it goes when it is closed
        }
        return channel;
    }

    private static long copy(
            InputStream stream,
            long most,
            FileChannel channel,
            Optional<StreamingChecksum> computation)
            throws IOException {
        var bytes = new byte[BUFFER_BYTES];
        long size = 0;
        while (size < most) {
            int n = stream.read(bytes, 0, (int) Math.min(bytes.length, most - size));
            if (n < 0) {
                break;
            }
            computation.ifPresent(c -> c.update(bytes, 0, n));
            var buffer = ByteBuffer.wrap(bytes, 0, n);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            size += n;
        }
        return size;
    }

    HashedPart toSend(int number) {
        return new HashedPart(number, new FileRange(channel, 0, size), checksum);
    }

    void discard() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UnsendableFileException("A temporary file cannot be closed.", e);
        }
    }
}
