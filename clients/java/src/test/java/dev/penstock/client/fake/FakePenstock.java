package dev.penstock.client.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.penstock.checksum.ChecksumAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executors;

/// A service with the intake `acme/large-files`, on a loopback port of its own: takes calls,
/// remembers them and misbehaves as planned.
public final class FakePenstock implements AutoCloseable {
    public static final String TOKEN = "kit_only-for-the-service";
    private static final String ROUTE = "/api/intake/acme/large-files";

    private final HttpServer http;
    private final FakeStorage storage;
    private final FakeIntake intake;
    private final FakeDirect direct = new FakeDirect();
    private final List<String> calls = new ArrayList<>();
    private volatile FaultPlan faults = FaultPlan.none();

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private FakePenstock() throws IOException {
        storage = new FakeStorage();
        intake = new FakeIntake(storage);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    public static FakePenstock start() {
        try {
            return new FakePenstock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    public FakeStorage storage() {
        return storage;
    }

    public void faults(FaultPlan plan) {
        faults = plan;
    }

    public void partSize(long bytes) {
        intake.opening.partSize = bytes;
    }

    public void growth(int every) {
        intake.opening.growth = OptionalInt.of(every);
    }

    public void algorithms(ChecksumAlgorithm... best) {
        intake.opening.algorithms = List.of(best);
    }

    /// From now on every request for a large upload is refused.
    public void largeUploadsOff() {
        intake.opening.off = true;
    }

    /// From now on there is no direct route.
    public void noDirectUploads() {
        direct.missing = true;
    }

    public void mostDirectBytes(long bytes) {
        intake.opening.mostDirectBytes = bytes;
    }

    /// The direct uploads that came, repetitions included.
    public List<FakeForm> forms() {
        return List.copyOf(direct.forms);
    }

    /// Method and target of each call so far.
    public List<String> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public long calls(String text) {
        return calls().stream().filter(c -> c.contains(text)).count();
    }

    public List<FakeUpload> uploads() {
        return List.copyOf(intake.uploads.values());
    }

    /// The only upload there is.
    public FakeUpload upload() {
        var all = uploads();
        if (all.size() != 1) {
            throw new IllegalStateException(all.size() + " uploads");
        }
        return all.getFirst();
    }

    /// An upload as another client would have begun it.
    public FakeUpload begin(OptionalLong length, Optional<ChecksumAlgorithm> algorithm) {
        return intake.keep(intake.opening.byAnother(length, algorithm));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = exchange.getRequestURI().toString();
            synchronized (calls) {
                calls.add(exchange.getRequestMethod() + " " + target);
            }
            handle(exchange, faults.next(target));
        }
    }

    private void handle(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case DROP_AT_ONCE, DROP_MIDWAY -> {}
            case DROP_THE_ANSWER -> route(exchange);
            case SLOW_DOWN -> {
                exchange.getResponseHeaders().set("Retry-After", "0");
                FakeAnswer.refusal(503, "storage-unavailable").write(exchange);
            }
            case INTERNAL -> FakeAnswer.refusal(500, "internal-error").write(exchange);
            default -> route(exchange).write(exchange);
        }
    }

    private FakeAnswer route(HttpExchange exchange) throws IOException {
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("x-api-key"))) {
            return FakeAnswer.refusal(401, "unauthenticated");
        }
        var path = exchange.getRequestURI().getPath();
        if (path.equals(ROUTE) && exchange.getRequestMethod().equals("POST")) {
            return direct.answer(exchange);
        }
        return path.startsWith(ROUTE)
                ? intake.answer(
                        path.substring(ROUTE.length()),
                        FakeQuery.parse(exchange.getRequestURI().getRawQuery()),
                        exchange.getRequestBody().readAllBytes())
                : FakeAnswer.refusal(404, "not-found");
    }

    @Override
    public void close() {
        http.stop(0);
        storage.close();
    }
}
