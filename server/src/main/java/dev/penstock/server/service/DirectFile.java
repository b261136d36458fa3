package dev.penstock.server.service;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The bytes of one file as they come in, counted and hashed on their way.
final class DirectFile {
    private final InputStream bytes;
    private final ByteCount most;
    private final StreamingChecksum crc = ChecksumAlgorithm.CRC64NVME.newChecksum();
    private long size;

    /// @param most the largest file that is taken
    DirectFile(InputStream bytes, ByteCount most) {
        this.bytes = bytes;
        this.most = most;
    }

    /// Fills the buffer from this place on, as far as the file goes.
    ///
    /// @return how much was read: less than there is room at the end of the file alone
    /// @throws ProblemException `file-too-large`, and what the form has against it
    int fill(byte[] buffer, int from) {
        try {
            int read = bytes.readNBytes(buffer, from, buffer.length - from);
            crc.update(buffer, from, read);
            size += read;
            if (size().isMoreThan(most)) {
                throw UploadRequests.fileTooLarge(most, size());
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads it to its end and keeps nothing.
    void measure() {
        byte[] buffer = new byte[64 << 10];
        while (fill(buffer, 0) == buffer.length) {}
    }

    ByteCount size() {
        return new ByteCount(size);
    }

    /// Of what was read. To be asked for once, at its end.
    ObjectChecksum checksum() {
        return new ObjectChecksum(
                dev.penstock.core.object.ChecksumAlgorithm.CRC64NVME,
                ObjectChecksum.Type.FULL_OBJECT,
                ChecksumAlgorithm.CRC64NVME.encode(crc.digest()));
    }
}
