package dev.penstock.kddb;

/// How large and how deep what we read and write may be. Whatever is written within these is read
/// back.
public final class ContainerLimits {
    /// Bytes of an uploaded container that is read at all.
    public static final int FILE_BYTES = 64 << 20;

    /// Bytes of one metadata map or of one external data map in MessagePack.
    public static final int VALUE_BYTES = 4 << 20;

    /// Levels of maps and lists, the outermost map included. The Python library opens about 245
    /// maps, fewer when it is called from deep code.
    public static final int LEVELS = 64;

    /// Values in one metadata map or external data map, those in nested maps and lists included.
    public static final int VALUES = 100_000;

    /// Bytes of the whole metadata blob: metadata, source, labels and what other writers put beside
    /// them.
    static final int BLOB_BYTES = 4 * VALUE_BYTES;

    /// Values of the whole metadata blob.
    static final int BLOB_VALUES = 4 * VALUES;

    /// Levels of the whole metadata blob: its own map around the metadata.
    static final int BLOB_LEVELS = LEVELS + 1;

    private ContainerLimits() {}
}
