package dev.penstock.server.http.form;

import dev.penstock.core.object.ByteCount;

/// How much a form may be.
///
/// @param body the whole request body, with all that is between the files
/// @param fields the values of all fields together, in bytes
/// @param parts fields and files together
/// @param partHeader the header lines of one part, in bytes
public record FormLimits(ByteCount body, int fields, int parts, int partHeader) {

    /// Those of the contract: a direct upload has at most 256 MiB in all.
    public static final FormLimits DIRECT_UPLOAD =
            new FormLimits(ByteCount.mebibytes(256), 1 << 20, 1000, 8 << 10);
}
