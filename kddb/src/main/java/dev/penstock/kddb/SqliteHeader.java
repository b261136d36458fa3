package dev.penstock.kddb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The first bytes of a SQLite file (sqlite.org/fileformat2.html, "The Database Header").
final class SqliteHeader {
    /// Bytes of the whole header.
    static final int BYTES = 100;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int WRITE_VERSION = 18;
    private static final int READ_VERSION = 19;
    private static final int ROLLBACK_JOURNAL = 1;
    private static final int WRITE_AHEAD_LOG = 2;

    static boolean hasMagic(byte[] file) {
        return file.length >= MAGIC.length
                && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /// A file that can be opened in memory, where there is no write-ahead log: the same, or a copy
    /// that says so.
    ///
    /// @throws UnreadableContainerException where the file needs a newer SQLite
    static byte[] withoutWriteAheadLog(byte[] file) {
        int write = file[WRITE_VERSION];
        int read = file[READ_VERSION];
        if (write == ROLLBACK_JOURNAL && read == ROLLBACK_JOURNAL) {
            return file;
        }
        if (write != WRITE_AHEAD_LOG || read != WRITE_AHEAD_LOG) {
            throw new UnreadableContainerException("it is a SQLite file of an unknown version");
        }
        byte[] copy = file.clone();
        copy[WRITE_VERSION] = ROLLBACK_JOURNAL;
        copy[READ_VERSION] = ROLLBACK_JOURNAL;
        return copy;
    }

    private SqliteHeader() {}
}
