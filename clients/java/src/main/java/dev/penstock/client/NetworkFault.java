package dev.penstock.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/// Words for what went wrong with a connection; never an address, which may be a signed one.
final class NetworkFault {
    private NetworkFault() {}

    static String describe(IOException fault) {
        return switch (fault) {
            case HttpConnectTimeoutException e -> "no connection in time";
            case HttpTimeoutException e -> "no answer in time";
            case ConnectException e ->
                    e.getCause() instanceof UnresolvedAddressException
                                    || hasCause(e, UnresolvedAddressException.class)
                            ? "the host name is not known"
                            : "the connection was refused";
            case StalledException e -> "no byte moved for too long";
            case SSLException e -> "TLS failed";
            default -> "the connection broke";
        };
    }

    private static boolean hasCause(Throwable fault, Class<? extends Throwable> type) {
        for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
