package dev.penstock.embedded.http;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The HTTP server: Jetty on the raw request target, so that `%2F`, `//` and `..` reach the
/// signature as they were sent; a virtual thread for each request.
public final class S3Server {
    private static final int BUFFER = 64 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final String host;

    /// @param port 0 for any that is free
    public S3Server(String host, int port, S3Handler handler, Wire wire) {
        this.host = host;
        QueuedThreadPool threads = new QueuedThreadPool(64);
        threads.setName("penstock-storage");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("penstock-storage-", 0).factory()));
        server = new Server(threads);
        server.setErrorHandler(new ErrorPages());
        server.setHandler(new GracefulHandler(handler));
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(wire.idle().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(wire.connections(), connector));
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        // values are signed as they were spelled, and Jetty would lower-case those it knows
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setSendServerVersion(false);
        configuration.setInputBufferSize(BUFFER);
        configuration.setRequestHeaderSize(16 * 1024);
        configuration.setResponseHeaderSize(16 * 1024);
        return configuration;
    }

    /// Begins to listen.
    public void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the storage cannot listen on " + host + ": " + e.getMessage(), e);
        }
    }

    /// Where it listens.
    public URI endpoint() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + connector.getLocalPort());
    }

    /// Takes no more requests and ends when those under way are done, or after this time.
    public void stop(Duration patience) {
        server.setStopTimeout(patience.toMillis());
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the storage did not stop in order", e);
        }
    }
}
