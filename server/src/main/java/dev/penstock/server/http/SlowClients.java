package dev.penstock.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/// Cuts off clients that drip: a connection that over a whole window sent something, finished no
/// request and stayed below the least rate. Jetty's idle time-out sees only those that send
/// nothing, and a connection that waits for our answer sends nothing either.
final class SlowClients extends AbstractLifeCycle implements Connection.Listener {
    private final Duration window;
    private final long leastBytes;
    private final Map<Connection, Seen> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("slow-clients").factory());

    /// @param window how long a client may be slow
    /// @param leastRate in bytes a second
    SlowClients(Duration window, long leastRate) {
        this.window = window;
        this.leastBytes = leastRate * window.toSeconds();
    }

    private record Seen(long bytes, long messages) {
        static Seen of(Connection connection) {
            return new Seen(connection.getBytesIn(), connection.getMessagesIn());
        }
    }

    @Override
    protected void doStart() {
        long period = window.toMillis();
        var _ = clock.scheduleAtFixedRate(this::sweep, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        clock.shutdownNow();
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection, Seen.of(connection));
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection);
    }

    private void sweep() {
        connections.replaceAll((connection, before) -> {
            Seen now = Seen.of(connection);
            if (drips(before, now)) {
                connection.getEndPoint().close();
            }
            return now;
        });
    }

    private boolean drips(Seen before, Seen now) {
        long came = now.bytes() - before.bytes();
        return came > 0 && came < leastBytes && now.messages() == before.messages();
    }
}
