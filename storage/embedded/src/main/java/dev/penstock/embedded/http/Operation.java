package dev.penstock.embedded.http;

import java.io.IOException;

/// Something that S3 does.
@FunctionalInterface
public interface Operation {
    /// Does it.
    ///
    /// @throws dev.penstock.embedded.error.S3Exception if it is refused; nothing has changed then
    Reply handle(Call call) throws IOException;
}
