package dev.penstock.client.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import dev.penstock.contract.PartUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Takes parts on URLs that it made, keeps their checksums instead of their bytes, and remembers
/// which headers came.
public final class FakeStorage implements AutoCloseable {
    private final HttpServer http;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final List<Map<String, List<String>>> headers = new ArrayList<>();
    private final AtomicLong bytesRead = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    volatile FaultPlan faults = FaultPlan.none();
    volatile Duration pausePerBuffer = Duration.ZERO;

    /// What a URL allows.
    private record Grant(
            FakeUpload upload, int part, OptionalLong size, Optional<String> checksum) {}

    FakeStorage() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    /// The headers of each request so far.
    public List<Map<String, List<String>>> headersSeen() {
        synchronized (headers) {
            return List.copyOf(headers);
        }
    }

    /// Bytes of bodies read, those in vain included.
    public long bytesRead() {
        return bytesRead.get();
    }

    public void faults(FaultPlan plan) {
        faults = plan;
    }

    /// Slows every 64 KiB down by this much.
    public void pausePerBuffer(Duration pause) {
        pausePerBuffer = pause;
    }

    PartUrl presign(FakeUpload upload, int part, OptionalLong size, Optional<String> checksum) {
        var signature = UUID.randomUUID().toString();
        grants.put(signature, new Grant(upload, part, size, checksum));
        var url =
                "http://127.0.0.1:%d/bucket/%s?partNumber=%d&uploadId=%s&X-Amz-Signature=%s"
                        .formatted(
                                http.getAddress().getPort(),
                                upload.key(),
                                part,
                                upload.id(),
                                signature);
        Map<String, String> required =
                upload.algorithm.isPresent() && checksum.isPresent()
                        ? Map.of(upload.algorithm.get().headerName(), checksum.get())
                        : Map.of();
        return new PartUrl(part, url, Instant.now().plusSeconds(900), required);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            synchronized (headers) {
                headers.add(Map.copyOf(exchange.getRequestHeaders()));
            }
            put(exchange, faults.next(exchange.getRequestURI().toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(HttpExchange exchange, Fault fault) throws IOException, InterruptedException {
        switch (fault) {
            case DROP_AT_ONCE -> {}
            case DROP_MIDWAY -> readSome(exchange);
            case EXPIRED -> refuse(exchange, 403, "AccessDenied");
            case SLOW_DOWN -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                refuse(exchange, 503, "SlowDown");
            }
            case INTERNAL -> refuse(exchange, 500, "InternalError");
            case NO_SUCH_UPLOAD -> refuse(exchange, 404, "NoSuchUpload");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                refuse(exchange, 307, "TemporaryRedirect");
            }
            case STALL -> closing.await();
            case NONE, DROP_THE_ANSWER, CORRUPTED, WRONG_ETAG, FORGOTTEN -> store(exchange, fault);
        }
    }

    private void readSome(HttpExchange exchange) throws IOException {
        long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        bytesRead.addAndGet(exchange.getRequestBody().readNBytes((int) (length / 2)).length);
    }

    private void store(HttpExchange exchange, Fault fault)
            throws IOException, InterruptedException {
        var query = exchange.getRequestURI().getQuery();
        var grant = grants.get(query.substring(query.lastIndexOf('=') + 1));
        if (grant == null) {
            refuse(exchange, 403, "SignatureDoesNotMatch");
            return;
        }
        long announced = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        if (grant.size().orElse(announced) != announced) {
            refuse(exchange, 403, "SignatureDoesNotMatch");
            return;
        }
        if (!grant.upload().state.equals("receiving")) {
            refuse(exchange, 404, "NoSuchUpload");
            return;
        }
        var part = read(exchange.getRequestBody());
        if (fault == Fault.CORRUPTED || !isAsSigned(exchange, grant, part)) {
            refuse(exchange, 400, "BadDigest");
            return;
        }
        if (part.size() != announced) {
            return;
        }
        if (fault != Fault.FORGOTTEN) {
            grant.upload().parts.put(grant.part(), part);
        }
        if (fault != Fault.DROP_THE_ANSWER) {
            var etag = fault == Fault.WRONG_ETAG ? "0".repeat(32) : part.etag();
            exchange.getResponseHeaders().set("ETag", "\"" + etag + "\"");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static boolean isAsSigned(HttpExchange exchange, Grant grant, FakePart part) {
        var algorithm = grant.upload().algorithm;
        if (grant.checksum().isEmpty() || algorithm.isEmpty()) {
            return true;
        }
        var sent = exchange.getRequestHeaders().getFirst(algorithm.get().headerName());
        return grant.checksum().get().equals(sent) && part.sum(algorithm).equals(grant.checksum());
    }

    private FakePart read(InputStream body) throws IOException, InterruptedException {
        var sums = new EnumMap<ChecksumAlgorithm, StreamingChecksum>(ChecksumAlgorithm.class);
        for (var algorithm : ChecksumAlgorithm.values()) {
            if (algorithm == ChecksumAlgorithm.MD5 || algorithm.isFullObjectCombinable()) {
                sums.put(algorithm, algorithm.newChecksum());
            }
        }
        var buffer = new byte[64 << 10];
        long size = 0;
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            for (var sum : sums.values()) {
                sum.update(buffer, 0, n);
            }
            size += n;
            bytesRead.addAndGet(n);
            Thread.sleep(pausePerBuffer);
        }
        var values = new EnumMap<ChecksumAlgorithm, String>(ChecksumAlgorithm.class);
        sums.forEach((a, sum) -> values.put(a, a.encode(sum.digest())));
        return new FakePart(size, values);
    }

    /// Takes the rest of the body first: closing on bytes that are still coming would reset the
    /// connection, and the client might never read the refusal.
    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        var xml =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code></Error>"
                        .formatted(code)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, xml.length);
        exchange.getResponseBody().write(xml);
    }

    @Override
    public void close() {
        closing.countDown();
        http.stop(0);
    }
}
