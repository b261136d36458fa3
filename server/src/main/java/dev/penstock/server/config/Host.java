package dev.penstock.server.config;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// What can be said of a host to listen on without asking a name server.
final class Host {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
                            + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    private Host() {}

    static boolean isValid(String host) {
        return NAME.matcher(host).matches() || address(host).isPresent();
    }

    /// Whether only this machine reaches it.
    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /// Whether it stands for every address of this machine.
    static boolean isWildcard(String host) {
        return address(host).filter(InetAddress::isAnyLocalAddress).isPresent();
    }

    /// Whether one port cannot be listened on by both.
    static boolean overlap(String one, String other) {
        return isWildcard(one) || isWildcard(other) || one.equalsIgnoreCase(other);
    }

    /// The host as it is reached from this machine, with brackets around an IPv6 address.
    static String inUrl(String host) {
        if (isWildcard(host)) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static Optional<InetAddress> address(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host)).filter(a -> !host.startsWith("["));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
