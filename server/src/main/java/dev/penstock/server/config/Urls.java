package dev.penstock.server.config;

import java.net.URI;
import java.util.Optional;

/// The shapes of addresses. A refused one is not quoted: people put passwords into addresses.
final class Urls {
    /// Where a service may stand behind a proxy, perhaps under a path; without a slash at the end.
    static final Shape<URI> PUBLIC =
            Shape.hidden(
                    "http:// or https://, a host, perhaps a port and a path; no user, ? or #",
                    text -> web(text.strip()).map(Urls::withoutLastSlash));

    /// Where a storage is. A path would have to be part of every signature, so there is none.
    static final Shape<URI> ORIGIN =
            Shape.hidden(
                    "http:// or https://, a host and perhaps a port; no path, user, ? or #",
                    text ->
                            web(text.strip())
                                    .map(Urls::withoutLastSlash)
                                    .filter(url -> url.getRawPath().isEmpty()));

    private Urls() {}

    /// An address of a host and port.
    static URI of(String host, int port) {
        return URI.create("http://" + Host.inUrl(host) + ":" + port);
    }

    private static Optional<URI> web(String text) {
        try {
            return Optional.of(URI.create(text)).filter(Urls::isWeb);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getPort() <= 65_535
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static URI withoutLastSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
