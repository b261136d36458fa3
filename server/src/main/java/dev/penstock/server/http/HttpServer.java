package dev.penstock.server.http;

import dev.penstock.server.config.HttpSettings;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service's HTTP: Javalin on Jetty with a virtual thread for each request.
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final HttpSettings settings;
    private final HttpLimits limits;
    private final ProblemResponses problems;
    private final PrometheusMeterRegistry metrics;
    private final BooleanSupplier ready;
    private final Javalin javalin;
    private volatile int port;

    /// @param ready whether everything below works
    /// @param routes what adds the API's routes
    public HttpServer(
            HttpSettings settings,
            HttpLimits limits,
            PrometheusMeterRegistry metrics,
            BooleanSupplier ready,
            List<Consumer<RoutesConfig>> routes) {
        this.settings = settings;
        this.limits = limits;
        this.problems = new ProblemResponses(this::url);
        this.metrics = metrics;
        this.ready = ready;
        this.javalin = Javalin.create(config -> configure(config, routes));
    }

    /// Begins to answer.
    public void start() {
        javalin.start();
        port = javalin.port();
    }

    /// Where it listens, or listened, by host and bound port.
    public URI url() {
        return settings.publicUrl(port);
    }

    /// Takes no new connection, answers what is in flight or still comes on an open one, which is
    /// closed then, and ends when nothing is left or the grace time is over.
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.atWarn()
                    .addKeyValue("cause", String.valueOf(e.getCause()))
                    .log("Requests that did not finish in time were cut off");
        }
    }

    private void configure(JavalinConfig config, List<Consumer<RoutesConfig>> routes) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Bodies.COMPLETION;
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(this::modify);
        config.requestLogger.http(new RequestLog(metrics)::log);
        config.routes.before(RequestId::assign);
        Cors.addTo(config.routes);
        new Failures(problems).addTo(config.routes);
        new Health(ready).addTo(config.routes);
        new ContractPages().addTo(config.routes);
        config.routes.get(
                "/metrics",
                ctx -> ctx.contentType("text/plain; version=0.0.4").result(metrics.scrape()));
        routes.forEach(r -> r.accept(config.routes));
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.addBean(new SlowClients(limits.slowWindow(), limits.leastBytesASecond()));
        return connector;
    }

    private void modify(Server server) {
        server.setErrorHandler(new JettyErrors(problems));
        server.setStopTimeout(limits.grace().toMillis());
        server.insertHandler(new HeadAsGet());
        server.insertHandler(new Draining());
        server.addBean(new NetworkConnectionLimit(limits.mostConnections(), server));
    }
}
