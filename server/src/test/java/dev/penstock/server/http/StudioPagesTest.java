package dev.penstock.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.server.Server;
import dev.penstock.server.support.TestService;
import dev.penstock.testkit.Prerequisite;
import io.javalin.Javalin;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Studio's files, as a browser asks for them.
class StudioPagesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TestService service;

    @BeforeAll
    static void start() {
        if (!Server.hasStudio()) {
            Prerequisite.missing(
                    StudioPagesTest.class,
                    "Studio is not in this build: install Node 20.19 with npm and build again");
        }
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static HttpResponse<String> get(URI base, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return get(service.url(), path, headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/studio", "/studio/", "/studio/o/acme/intakes", "/studio/a.b/c%2f..%2fd"})
    void every_address_of_a_page_is_the_page(String path) {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(page.body()).contains("<title>Penstock Studio</title>");
    }

    @Test
    void the_page_may_talk_to_the_service_and_to_the_storage_and_runs_nothing_inline() {
        String policy =
                get("/studio").headers().firstValue("content-security-policy").orElseThrow();

        assertThat(Arrays.asList(policy.split("; ")))
                .contains("default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'")
                .contains("style-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).containsPattern("connect-src 'self' http://127\\.0\\.0\\.1:\\d+;");
        assertThat(policy).doesNotContain("unsafe-inline", service.url().getAuthority());
    }

    @Test
    void what_the_page_loads_is_compressed_and_kept() {
        Matcher script =
                Pattern.compile("src=\"(/studio/assets/[^\"]+\\.js)\"")
                        .matcher(get("/studio").body());
        assertThat(script.find()).isTrue();

        HttpResponse<String> loaded = get(script.group(1), "Accept-Encoding", "gzip");

        assertThat(loaded.statusCode()).isEqualTo(200);
        assertThat(loaded.headers().firstValue("content-type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(loaded.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(loaded.headers().firstValue("cache-control"))
                .contains("max-age=31536000, immutable");
        assertThat(loaded.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/studio/assets/gone-12345678.js",
                "/studio/assets/../../studio-missing.html",
                "/studio/assets/%2e%2e/index.html"
            })
    void an_asset_that_is_not_there_is_no_page(String path) {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void a_build_without_node_says_how_to_get_it_even_while_the_storage_is_away() {
        var routes = new StudioPages(away(), "/no/such/folder/");
        Javalin javalin = Javalin.create(config -> routes.addTo(config.routes));
        javalin.start("127.0.0.1", 0);
        try {
            var missing = get(URI.create("http://127.0.0.1:" + javalin.port()), "/studio/keys");
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(missing.body()).contains("Studio is not in this build").contains("Node");
            assertThat(missing.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("connect-src 'self';");
        } finally {
            javalin.stop();
        }
    }

    private static ObjectStore away() {
        return (ObjectStore)
                Proxy.newProxyInstance(
                        ObjectStore.class.getClassLoader(),
                        new Class<?>[] {ObjectStore.class},
                        (proxy, method, arguments) -> {
                            throw new ObjectStoreException.Unavailable("away", new IOException());
                        });
    }
}
