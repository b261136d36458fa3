package dev.penstock.client;

import java.util.OptionalLong;

/// How files are sent.
///
/// @param parallel parts on the network at a time
/// @param partSize bytes of a part; empty: the service proposes it
/// @param singleLimit up to how many bytes a file goes through one URL
/// @param batch most part URLs that are asked for at a time
/// @param lookAhead most bytes that a batch stands for, but for a batch of one
/// @param direct when a file goes to the service itself
/// @param directLimit up to how many bytes a file counts as small for that
public record UploadSettings(
        int parallel,
        OptionalLong partSize,
        long singleLimit,
        int batch,
        long lookAhead,
        DirectUse direct,
        long directLimit) {

    /// Up to 1 MiB one call is quicker than three, and at 8 MiB it is slower (`bench/small-files`).
    public static final long DIRECT_LIMIT = 1 << 20;

    /// @throws IllegalArgumentException unless parallel is 1 to 64 and the others are positive
    public UploadSettings {
        if (parallel < 1 || parallel > 64) {
            throw new IllegalArgumentException("parallel is a number from 1 to 64");
        }
        if (batch < 1 || lookAhead < 1 || partSize.orElse(1) < 1) {
            throw new IllegalArgumentException("batch, look-ahead and part size are positive");
        }
    }

    /// 4 parts at a time; single up to 64 MiB; 16 URLs or 1 GiB ahead; direct up to 1 MiB.
    public static UploadSettings usual() {
        return new UploadSettings(
                4, OptionalLong.empty(), 64L << 20, 16, 1L << 30, DirectUse.AUTO, DIRECT_LIMIT);
    }

    public UploadSettings withParallel(int parts) {
        return new UploadSettings(
                parts, partSize, singleLimit, batch, lookAhead, direct, directLimit);
    }

    public UploadSettings withPartSize(long bytes) {
        return new UploadSettings(
                parallel,
                OptionalLong.of(bytes),
                singleLimit,
                batch,
                lookAhead,
                direct,
                directLimit);
    }

    public UploadSettings withSingleLimit(long bytes) {
        return new UploadSettings(parallel, partSize, bytes, batch, lookAhead, direct, directLimit);
    }

    public UploadSettings withDirect(DirectUse use) {
        return new UploadSettings(
                parallel, partSize, singleLimit, batch, lookAhead, use, directLimit);
    }

    public UploadSettings withDirectLimit(long bytes) {
        return new UploadSettings(parallel, partSize, singleLimit, batch, lookAhead, direct, bytes);
    }

    boolean sendsDirectly(long size) {
        return switch (direct) {
            case AUTO -> size <= directLimit || size == 0;
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }

    /// How many parts of this size one call asks URLs for.
    int batchOf(long largestPart, int maxPartsPerRequest) {
        long fitting = Math.max(1, lookAhead / largestPart);
        return (int) Math.min(Math.min(batch, fitting), Math.max(1, maxPartsPerRequest));
    }
}
