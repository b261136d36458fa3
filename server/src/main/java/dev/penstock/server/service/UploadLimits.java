package dev.penstock.server.service;

import dev.penstock.core.object.ByteCount;

/// What holds for every intake.
public final class UploadLimits {
    /// The largest file of a single presigned PUT (Amazon S3 User Guide, "Uploading objects").
    public static final ByteCount SINGLE_PUT = ByteCount.gibibytes(5);

    /// The largest direct upload.
    public static final ByteCount DIRECT = ByteCount.mebibytes(256);

    private UploadLimits() {}
}
