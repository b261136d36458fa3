package dev.penstock.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/// The contract for readers and machines: `/openapi.yaml`, `/problems.yaml`, and a page at `/docs`
/// made by Swagger UI, whose files come from the class path, so it works offline.
final class ContractPages {
    private static final String CONTRACT = "/dev/penstock/contract/";
    private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/";
    private static final Map<String, String> VIEWER_FILES =
            Map.of(
                    "swagger-ui.css", "text/css",
                    "swagger-ui-bundle.js", "text/javascript",
                    "favicon-32x32.png", "image/png");
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private static final String VIEWER_MARK =
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final String viewerVersion = viewerVersion();

    void addTo(RoutesConfig routes) {
        routes.get(
                "/openapi.yaml", ctx -> send(ctx, CONTRACT + "openapi.yaml", "application/yaml"));
        routes.get(
                "/problems.yaml", ctx -> send(ctx, CONTRACT + "problems.yaml", "application/yaml"));
        routes.get("/docs", ctx -> page(ctx, "docs.html"));
        routes.get("/problems", ctx -> page(ctx, "problems.html"));
        routes.get("/docs/docs.js", ctx -> send(ctx, "docs.js", "text/javascript"));
        routes.get("/docs/problems.js", ctx -> send(ctx, "problems.js", "text/javascript"));
        routes.get("/docs/viewer/{file}", this::viewerFile);
    }

    /// The version is a folder of the viewer's archive.
    private static String viewerVersion() {
        try (InputStream in = ContractPages.class.getResourceAsStream(VIEWER_MARK)) {
            var mark = new Properties();
            mark.load(in);
            return mark.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(Context ctx, String resource) {
        ctx.header("Content-Security-Policy", POLICY);
        send(ctx, resource, "text/html");
    }

    private void viewerFile(Context ctx) {
        String name = ctx.pathParam("file");
        String type = VIEWER_FILES.get(name);
        if (type == null) {
            throw new NotFoundResponse();
        }
        ctx.header("Cache-Control", "max-age=86400");
        send(ctx, VIEWER + viewerVersion + "/" + name, type);
    }

    private static void send(Context ctx, String resource, String type) {
        try (InputStream in = ContractPages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            ctx.contentType(type + (type.startsWith("image/") ? "" : "; charset=utf-8"));
            ctx.header("X-Content-Type-Options", "nosniff");
            ctx.result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
