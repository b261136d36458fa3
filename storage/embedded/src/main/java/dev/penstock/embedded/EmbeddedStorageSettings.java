package dev.penstock.embedded;

import dev.penstock.sigv4.Credentials;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// What an embedded storage is started with.
///
/// @param directory holds database and blobs; made if it is not there
/// @param host to listen on
/// @param port 0 for any that is free
/// @param bucket that is there from the start
/// @param credentials of the one who may use it
/// @param region that requests are signed for
/// @param corsOrigins whose web pages may use it, `*` for all
/// @param clock for signatures and times of objects
public record EmbeddedStorageSettings(
        Path directory,
        String host,
        int port,
        String bucket,
        Credentials credentials,
        String region,
        List<String> corsOrigins,
        Clock clock) {

    public EmbeddedStorageSettings {
        corsOrigins = List.copyOf(corsOrigins);
    }
}
