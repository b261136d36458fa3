package dev.penstock.server.config;

import java.net.URI;
import java.util.Optional;

/// Where the service listens and how it is reached.
///
/// @param host the address to listen on (`http.host`, default `127.0.0.1`)
/// @param port 0 for any free port (`http.port`, default 8480)
/// @param publicUrl how clients reach the service, without a slash at the end; empty: by host and
///   port (`http.public-url`)
public record HttpSettings(String host, int port, Optional<URI> publicUrl) {
    static final String HOST = "127.0.0.1";
    static final int PORT = 8480;

    static HttpSettings from(Given given) {
        return new HttpSettings(
                given.read(SettingKey.HTTP_HOST, Shapes.HOST, HOST),
                given.read(SettingKey.HTTP_PORT, Shapes.PORT, PORT),
                given.read(SettingKey.PUBLIC_URL, Urls.PUBLIC));
    }

    /// How clients reach the service once it listens on a port: the public URL, else by the host
    /// (`localhost` if it listens on every address) and that port.
    public URI publicUrl(int boundPort) {
        return publicUrl.orElseGet(() -> Urls.of(host, boundPort));
    }
}
