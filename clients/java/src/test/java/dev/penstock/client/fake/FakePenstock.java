package dev.penstock.client.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.CompletionBody;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.IntakeInfo;
import dev.penstock.contract.MultipartUploadResponse;
import dev.penstock.contract.PartUrls;
import dev.penstock.contract.PresignedUploadResponse;
import dev.penstock.contract.ProblemJson;
import dev.penstock.contract.StoredPartJson;
import dev.penstock.contract.StoredParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The upload routes of the intake `acme/large-files`, on a loopback port of their own.
public final class FakePenstock implements AutoCloseable {
    public static final String TOKEN = "kit_only-for-the-service";
    private static final String ROUTE = "/api/intake/acme/large-files";

    private final HttpServer http;
    private final FakeStorage storage;
    private final Map<UUID, FakeUpload> uploads = new ConcurrentHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private volatile FaultPlan faults = FaultPlan.none();
    private volatile long partSize = 8L << 20;
    private volatile OptionalInt growth = OptionalInt.empty();
    private volatile List<ChecksumAlgorithm> algorithms =
            List.of(ChecksumAlgorithm.CRC64NVME, ChecksumAlgorithm.CRC32C, ChecksumAlgorithm.MD5);

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private FakePenstock() throws IOException {
        storage = new FakeStorage();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    public static FakePenstock start() {
        try {
            return new FakePenstock();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
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
        partSize = bytes;
    }

    public void growth(int every) {
        growth = OptionalInt.of(every);
    }

    public void algorithms(ChecksumAlgorithm... best) {
        algorithms = List.of(best);
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
        return List.copyOf(uploads.values());
    }

    /// The only upload there is.
    public FakeUpload upload() {
        if (uploads.size() != 1) {
            throw new IllegalStateException(uploads.size() + " uploads");
        }
        return uploads.values().iterator().next();
    }

    /// An upload as another client would have begun it.
    public FakeUpload begin(OptionalLong length, Optional<ChecksumAlgorithm> algorithm) {
        var upload =
                new FakeUpload(
                        "other.bin",
                        "a/b",
                        length,
                        partSize,
                        growth,
                        algorithm,
                        /* single= */ false);
        uploads.put(upload.id, upload);
        return upload;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var target = exchange.getRequestURI().toString();
            synchronized (calls) {
                calls.add(exchange.getRequestMethod() + " " + target);
            }
            var fault = faults.next(target);
            switch (fault) {
                case DROP_AT_ONCE, DROP_MIDWAY -> {}
                case SLOW_DOWN -> {
                    exchange.getResponseHeaders().set("Retry-After", "0");
                    answer(exchange, 503, problem(503, "storage-unavailable", Map.of()));
                }
                case INTERNAL -> answer(exchange, 500, problem(500, "internal-error", Map.of()));
                default -> {
                    var answer = route(exchange);
                    if (fault != Fault.DROP_THE_ANSWER) {
                        answer(exchange, answer.status(), answer.body());
                    }
                }
            }
        }
    }

    private record Answer(int status, Object body) {}

    private static Answer refusal(int status, String code, Map<String, Object> more) {
        return new Answer(status, problem(status, code, more));
    }

    private static ProblemJson problem(int status, String code, Map<String, Object> more) {
        return new ProblemJson(
                "about:blank",
                code,
                status,
                Optional.of("what " + code + " means"),
                code,
                Optional.empty(),
                more);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var json = status == 204 ? new byte[0] : ContractJson.write(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length == 0 ? -1 : json.length);
        if (json.length > 0) {
            exchange.getResponseBody().write(json);
        }
    }

    private Answer route(HttpExchange exchange) throws IOException {
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("x-api-key"))) {
            return refusal(401, "unauthenticated", Map.of());
        }
        var path = exchange.getRequestURI().getPath();
        var query = query(exchange.getRequestURI().getRawQuery());
        var body = exchange.getRequestBody().readAllBytes();
        if (!path.startsWith(ROUTE)) {
            return refusal(404, "not-found", Map.of());
        }
        var suffix = path.substring(ROUTE.length());
        return switch (suffix) {
            case "" -> new Answer(200, info());
            case "/presigned-upload-request" -> requestSingle(query);
            case "/multipart-upload-request" -> requestMultipart(query);
            case "/multipart-upload-part-urls" -> partUrls(query, body);
            case "/presigned-upload-complete", "/multipart-upload-complete" ->
                    complete(query, body, suffix.startsWith("/presigned"));
            case "/multipart-upload-abort" -> abort(query);
            default ->
                    suffix.startsWith("/uploads/")
                            ? look(suffix, query)
                            : refusal(404, "not-found", Map.of());
        };
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new LinkedHashMap<String, String>();
        for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
            var split = pair.split("=", 2);
            query.put(split[0], URLDecoder.decode(split[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private IntakeInfo info() {
        return new IntakeInfo(
                "Large files",
                true,
                true,
                false,
                256L << 20,
                5L << 40,
                List.of(),
                true,
                true,
                algorithms.stream().map(ChecksumAlgorithm::s3Name).toList(),
                500,
                900);
    }

    private static OptionalLong length(Map<String, String> query) {
        var text = query.get("contentLength");
        return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private Answer requestSingle(Map<String, String> query) {
        var length = length(query);
        var upload =
                new FakeUpload(
                        query.getOrDefault("path", ""),
                        query.getOrDefault("contentType", ""),
                        length,
                        length.orElseThrow(),
                        OptionalInt.empty(),
                        Optional.ofNullable(query.get("checksumAlgorithm"))
                                .map(ChecksumAlgorithm::valueOf),
                        true);
        uploads.put(upload.id, upload);
        var url = storage.presign(upload, 1, length, Optional.ofNullable(query.get("checksum")));
        return new Answer(
                200,
                new PresignedUploadResponse(
                        url.uploadUrl(),
                        upload.key(),
                        upload.id,
                        url.expiresAt(),
                        url.requiredHeaders(),
                        Instant.now().plusSeconds(3600)));
    }

    private Answer requestMultipart(Map<String, String> query) {
        var length = length(query);
        long size = Long.parseLong(query.getOrDefault("partSize", Long.toString(partSize)));
        var upload =
                new FakeUpload(
                        query.getOrDefault("path", ""),
                        query.getOrDefault("contentType", ""),
                        length,
                        size,
                        length.isPresent() ? OptionalInt.empty() : growth,
                        "auto".equals(query.get("checksumAlgorithm"))
                                ? algorithms.stream().findFirst()
                                : Optional.empty(),
                        false);
        uploads.put(upload.id, upload);
        var status = upload.status();
        return new Answer(
                200,
                new MultipartUploadResponse(
                        upload.id,
                        upload.key(),
                        size,
                        status.partCount(),
                        upload.growth,
                        500,
                        900,
                        status.checksumAlgorithm(),
                        status.expiresAt()));
    }

    private Answer partUrls(Map<String, String> query, byte[] body) {
        var upload = find(query);
        if (upload == null) {
            return refusal(404, "upload-not-found", Map.of());
        }
        if (!upload.state.equals("receiving")) {
            return refusal(409, "upload-closed", Map.of("state", upload.state));
        }
        var items = ContractJson.readPartUrlRequests(body).value();
        return new Answer(
                200,
                new PartUrls(
                        items.stream()
                                .map(i ->
                                        storage.presign(
                                                upload, i.partNumber(), i.size(), i.checksum()))
                                .toList()));
    }

    private @Nullable FakeUpload find(Map<String, String> query) {
        var upload = uploads.get(UUID.fromString(query.getOrDefault("uploadId", "")));
        return upload != null && upload.key().equals(query.get("s3Key")) ? upload : null;
    }

    private Answer complete(Map<String, String> query, byte[] bytes, boolean single) {
        var upload = find(query);
        if (upload == null || upload.single != single) {
            return refusal(404, "upload-not-found", Map.of());
        }
        synchronized (upload) {
            if (upload.family.isPresent()) {
                return new Answer(200, upload.family.get());
            }
            if (!upload.state.equals("receiving")) {
                return refusal(409, "upload-closed", Map.of("state", upload.state));
            }
            CompletionBody body = ContractJson.readCompletion(bytes).value();
            var fault = FakeCompletion.fault(upload, body);
            if (fault.isPresent()) {
                return refusal(409, fault.get().code(), fault.get().more());
            }
            body.metadata().ifPresent(upload.metadata::putAll);
            var family = FakeCompletion.family(upload);
            upload.family = Optional.of(family);
            upload.state = "completed";
            return new Answer(201, family);
        }
    }

    private Answer abort(Map<String, String> query) {
        var upload = find(query);
        if (upload == null) {
            return refusal(404, "upload-not-found", Map.of());
        }
        upload.state = "aborted";
        return new Answer(204, "");
    }

    private Answer look(String suffix, Map<String, String> query) {
        var steps = suffix.split("/", -1);
        var upload = uploads.get(UUID.fromString(steps[2]));
        if (upload == null) {
            return refusal(404, "upload-not-found", Map.of());
        }
        return steps.length == 3
                ? new Answer(200, upload.status())
                : new Answer(
                        200, listing(upload, Integer.parseInt(query.getOrDefault("after", "0"))));
    }

    /// Pages of 7, so that clients meet many.
    private static StoredParts listing(FakeUpload upload, int after) {
        var rest = upload.parts.tailMap(after, false);
        var page =
                rest.entrySet().stream()
                        .limit(7)
                        .map(e ->
                                new StoredPartJson(
                                        e.getKey(),
                                        e.getValue().size(),
                                        e.getValue().etag(),
                                        e.getValue().sum(upload.algorithm)))
                        .toList();
        return new StoredParts(
                page,
                rest.size() > page.size()
                        ? OptionalInt.of(page.getLast().partNumber())
                        : OptionalInt.empty());
    }

    @Override
    public void close() {
        http.stop(0);
        storage.close();
    }
}
