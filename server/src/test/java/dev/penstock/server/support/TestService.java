package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.Server;
import dev.penstock.server.config.SettingsLoader;
import dev.penstock.testkit.AdjustableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A service on loopback with the embedded storage and SQLite in a folder, and a client of it that
/// checks each answer against openapi.yaml.
public final class TestService implements AutoCloseable {
    public static final String ADMIN = "pak_test-administrator-of-this-service-0001";

    private static final Contract CONTRACT = new Contract();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LAST_USED = Pattern.compile(",\"lastUsedOn\":\"[^\"]*\"");
    private static final AtomicInteger INTAKES = new AtomicInteger();

    private final RoundRobin http;
    private final URI url;
    private final AdjustableClock clock;
    private final Runnable stop;

    private TestService(URI url, AdjustableClock clock, Runnable stop) {
        this(new RoundRobin(List.of(url)), url, clock, stop);
    }

    private TestService(RoundRobin http, URI url, AdjustableClock clock, Runnable stop) {
        this.http = http;
        this.url = url;
        this.clock = clock;
        this.stop = stop;
    }

    /// @param folder where its data goes, empty or of an earlier service
    public static TestService in(Path folder) {
        return in(folder, Map.of());
    }

    public static TestService in(Path folder, Map<String, String> settings) {
        return in(folder, settings, () -> {});
    }

    private static TestService in(Path folder, Map<String, String> settings, Runnable afterwards) {
        var clock = new AdjustableClock();
        Server server =
                Server.start(
                        SettingsLoader.load(Optional.empty(), environment(folder, settings)),
                        clock);
        return new TestService(
                server.url(),
                clock,
                () -> {
                    server.close();
                    afterwards.run();
                });
    }

    /// A service in a folder that goes with it.
    public static TestService temporary() {
        Path folder = TemporaryFolder.make();
        return in(folder, Map.of(), () -> TemporaryFolder.delete(folder));
    }

    /// A client of a service in another process; its clock is the machine's.
    public static TestService of(ChildServer child) {
        return new TestService(child.url(), new AdjustableClock(), child::close);
    }

    /// A client of several nodes in other processes; its clock is the machine's.
    public static TestService of(RoundRobin nodes) {
        return new TestService(nodes, RoundRobin.ANY, new AdjustableClock(), () -> {});
    }

    /// The settings of a service for tests, as environment variables.
    static Map<String, String> environment(Path folder, Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("PENSTOCK_DATA_DIR", folder.toString());
        environment.put("PENSTOCK_HTTP_PORT", "0");
        if (!more.containsKey("PENSTOCK_STORAGE")) {
            environment.put("PENSTOCK_EMBEDDED_PORT", "0");
        }
        environment.put("PENSTOCK_BOOTSTRAP_API_KEY", ADMIN);
        environment.putAll(more);
        return environment;
    }

    public URI url() {
        return url;
    }

    public AdjustableClock clock() {
        return clock;
    }

    /// A new organization, store, active intake with large uploads on, and its token.
    public TestIntake intake() {
        return intake("\"active\": true, \"largeUploadEnabled\": true");
    }

    /// The same with these members in the intake's body.
    public TestIntake intake(String members) {
        String org = "org-" + INTAKES.incrementAndGet();
        var made =
                management(
                        "POST", "/api/organizations", "{'slug':'%s','name':'Org'}".formatted(org));
        String orgId = made.text("id");
        management(
                "POST",
                "/api/document-stores",
                "{'organizationId':'%s','slug':'inbox','name':'Inbox'}".formatted(orgId));
        Answer intake =
                management(
                        "POST",
                        "/api/intakes",
                        "{'slug':'large-files','name':'Large','store':{'ref':'%s/inbox'},%s}"
                                .formatted(org, members));
        Answer token =
                management(
                        "POST",
                        "/api/intakes/%s/tokens".formatted(intake.text("id")),
                        "{'name':'test'}");
        return new TestIntake(this, orgId, org, intake.text("id"), token.text("token"));
    }

    /// A management call by the administrator; single quotes stand for double ones.
    public Answer management(String method, String path, String body) {
        return call(method, path, Map.of("x-api-key", ADMIN), body.replace('\'', '"'));
    }

    public Answer call(String method, String path, Map<String, String> headers, String body) {
        return call(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /// All that the service holds, as its lists tell it: two equal texts, nothing changed.
    public String state() {
        var state = new StringBuilder();
        for (String list :
                List.of(
                        "organizations",
                        "document-stores",
                        "labels",
                        "document-statuses",
                        "knowledge-features",
                        "api-keys",
                        "document-families")) {
            state.append(list("/api/" + list).text());
        }
        Answer intakes = list("/api/intakes");
        state.append(intakes.text());
        for (JsonNode intake : intakes.json().path("content")) {
            String path = "/api/intakes/" + intake.path("id").asString();
            state.append(list(path + "/uploads").text()).append(list(path + "/tokens").text());
        }
        return LAST_USED.matcher(state).replaceAll("");
    }

    private Answer list(String path) {
        Answer answer =
                send(
                        HttpRequest.newBuilder(url().resolve(path + "?limit=1000"))
                                .timeout(PATIENCE)
                                .header("x-api-key", ADMIN)
                                .build());
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    /// Any call; the answer is held against the contract.
    public Answer call(String method, String path, Map<String, String> headers, byte[] body) {
        var request =
                HttpRequest.newBuilder(url().resolve(path))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        Answer answer = send(request.build());
        CONTRACT.check(
                method,
                path.split("\\?", 2)[0],
                answer.status(),
                answer.header("content-type"),
                answer.body());
        return answer;
    }

    /// Sends bytes to the storage; nothing but these headers goes with them.
    public Answer put(String url, byte[] bytes, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .PUT(BodyPublishers.ofByteArray(bytes));
        headers.forEach(request::header);
        return send(request.build());
    }

    public Answer get(String url) {
        return get(url, Map.of());
    }

    public Answer get(String url, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        headers.forEach(request::header);
        return send(request.build());
    }

    public Answer send(HttpRequest request) {
        try {
            return http.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A query string of these names and values, in this order.
    public static String query(String... namesAndValues) {
        var pairs = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        var text = new StringBuilder("?");
        pairs.forEach((name, value) ->
                text.append(text.length() > 1 ? "&" : "")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    @Override
    public void close() {
        stop.run();
        http.close();
    }
}
