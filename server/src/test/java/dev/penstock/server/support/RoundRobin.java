package dev.penstock.server.support;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Spreads calls over nodes as a simple load balancer does: it knows nothing of a node's health,
/// keeps connections open, and asks the next node when a connection is refused or cut before the
/// answer. An answer is passed on, whatever it says.
public final class RoundRobin implements AutoCloseable {
    /// What stands for all nodes in a request.
    public static final URI ANY = URI.create("http://nodes.invalid");

    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();

    public RoundRobin(List<URI> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /// How many connections were refused.
    public int refused() {
        return refused.get();
    }

    /// How many connections ended before the answer.
    public int cut() {
        return cut.get();
    }

    /// @throws IOException when no node can be reached, or a request to somebody else fails
    public Answer send(HttpRequest request) throws IOException, InterruptedException {
        if (!ANY.getAuthority().equals(request.uri().getAuthority())) {
            return once(request);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(toNextNode(request));
            } catch (IOException e) {
                (e instanceof ConnectException ? refused : cut).incrementAndGet();
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private HttpRequest toNextNode(HttpRequest request) {
        URI node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
        String target = request.uri().toString().substring(ANY.toString().length());
        return HttpRequest.newBuilder(request, (_, _) -> true)
                .uri(URI.create(node + target))
                .build();
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
