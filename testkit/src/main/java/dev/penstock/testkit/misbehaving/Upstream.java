package dev.penstock.testkit.misbehaving;

import dev.penstock.testkit.misbehaving.wire.Peer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The way from one client to the storage: a connection that is kept between requests while it is
/// fresh, for a storage may close one that was idle for long.
final class Upstream implements AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final URI endpoint;
    private Optional<Peer> current = Optional.empty();
    private long idleSince;

    Upstream(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// A connection for the next request; whoever cannot say that it may be used again closes it.
    Peer take() throws IOException {
        boolean fresh = System.nanoTime() - idleSince < FRESH.toNanos();
        if (current.isEmpty() || !fresh) {
            close();
            current = Optional.of(Peer.connect(endpoint));
        }
        Peer taken = current.get();
        idleSince = System.nanoTime() - FRESH.toNanos();
        return taken;
    }

    /// The answer was read to its end, and another request may follow it.
    void giveBack() {
        idleSince = System.nanoTime();
    }

    @Override
    public void close() {
        current.ifPresent(Peer::close);
        current = Optional.empty();
    }
}
