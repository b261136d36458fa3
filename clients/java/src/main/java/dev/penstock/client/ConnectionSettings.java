package dev.penstock.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// How the service is reached.
///
/// @param server the base address, `https://uploads.example.com`
/// @param credential sent with every call to the service; none: only public routes answer
/// @param connectTimeout for a connection to the service or the storage
/// @param callTimeout for the answer of an ordinary call
/// @param completionTimeout for the answer of a completion, which the service holds until it is
///   decided
/// @param retry of calls that may be repeated, and of parts
public record ConnectionSettings(
        URI server,
        Optional<Credential> credential,
        Duration connectTimeout,
        Duration callTimeout,
        Duration completionTimeout,
        RetryPolicy retry) {

    /// @throws IllegalArgumentException unless the address is `http` or `https` with a host
    public ConnectionSettings {
        var scheme = server.getScheme();
        if (server.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "the server is an address like https://uploads.example.com");
        }
    }

    /// With the usual times: 15 s, 60 s, 11 min (the service itself holds a completion for 10).
    public static ConnectionSettings of(URI server, Optional<Credential> credential) {
        return new ConnectionSettings(
                server,
                credential,
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofMinutes(11),
                RetryPolicy.usual());
    }

    /// The same with another policy.
    public ConnectionSettings withRetry(RetryPolicy policy) {
        return new ConnectionSettings(
                server, credential, connectTimeout, callTimeout, completionTimeout, policy);
    }
}
