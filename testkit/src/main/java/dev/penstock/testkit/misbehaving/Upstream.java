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
    private Optional<Peer> kept = Optional.empty();
    private long keptSince;

    Upstream(URI endpoint) {
        this.endpoint = endpoint;
    }

    synchronized Peer take() throws IOException {
        boolean fresh = System.nanoTime() - keptSince < FRESH.toNanos();
        Optional<Peer> peer = kept;
        kept = Optional.empty();
        if (peer.isPresent() && fresh) {
            return peer.get();
        }
        peer.ifPresent(Peer::close);
        return Peer.connect(endpoint);
    }

    synchronized void giveBack(Peer peer) {
        close();
        kept = Optional.of(peer);
        keptSince = System.nanoTime();
    }

    @Override
    public synchronized void close() {
        kept.ifPresent(Peer::close);
        kept = Optional.empty();
    }
}
