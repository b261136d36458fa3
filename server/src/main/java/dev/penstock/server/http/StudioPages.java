package dev.penstock.server.http;

import dev.penstock.core.object.Download;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Studio, the web interface, at `/studio`: what the module `studio` built, from the class path. A
/// build without Node leaves it out; then the page says how to get it.
public final class StudioPages {
    private static final String BUILT = "/dev/penstock/studio/";
    private static final String PAGE = "index.html";
    private static final Pattern FILE =
            Pattern.compile("(assets/)?[\\w-]+(?:\\.[\\w-]+)*\\.(\\w+)");
    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css; charset=utf-8",
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml",
                    "wasm", "application/wasm");

    private final ObjectStore store;
    private final String files;

    public StudioPages(ObjectStore store) {
        this(store, BUILT);
    }

    /// @param files the folder on the class path, with a slash at both ends
    StudioPages(ObjectStore store, String files) {
        this.store = store;
        this.files = files;
    }

    /// Whether there is a Studio in this build.
    public static boolean areBuilt() {
        return StudioPages.class.getResource(BUILT + PAGE) != null;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/studio", this::page);
        routes.get("/studio/<path>", this::answer);
    }

    private void answer(Context ctx) {
        Matcher file = FILE.matcher(ctx.pathParam("path"));
        String type = file.matches() ? TYPES.get(file.group(2)) : null;
        Optional<byte[]> content =
                type == null ? Optional.empty() : read(files + ctx.pathParam("path"));
        if (content.isPresent() && type != null) {
            // the build names what is in assets/ by its content
            boolean isFixed = file.group(1) != null;
            ctx.header("Cache-Control", isFixed ? "max-age=31536000, immutable" : "no-cache");
            send(ctx, type, content.get());
            return;
        }
        if (ctx.pathParam("path").startsWith("assets/")) {
            throw new NotFoundResponse();
        }
        page(ctx);
    }

    /// Every other address is one of a page's own: the page shows what is there.
    private void page(Context ctx) {
        ctx.header("Cache-Control", "no-cache");
        ctx.header("Content-Security-Policy", policy());
        ctx.header("Referrer-Policy", "no-referrer");
        Optional<byte[]> page = read(files + PAGE);
        if (page.isEmpty()) {
            ctx.status(404);
        }
        send(
                ctx,
                TYPES.getOrDefault("html", ""),
                page.or(() -> read("studio-missing.html")).orElseThrow());
    }

    private static void send(Context ctx, String type, byte[] content) {
        ctx.contentType(type);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.result(content);
    }

    /// Nothing inline, nothing from elsewhere (Content Security Policy Level 3); the pages talk to
    /// this service and to the storage. WebAssembly computes checksums.
    private String policy() {
        return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
                + " img-src 'self' data:; font-src 'self'; worker-src 'self'; connect-src 'self'"
                + storageOrigin()
                + "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }

    /// Where the presigned URLs lead, with a space before it; empty while nothing can be signed.
    private String storageOrigin() {
        var anything = new Download(new ObjectKey("studio"), "inline", "text/plain");
        try {
            URI url = store.presignGet(anything, Duration.ofMinutes(1)).url();
            return " %s://%s".formatted(url.getScheme(), url.getRawAuthority());
        } catch (ObjectStoreException e) {
            return "";
        }
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream in = StudioPages.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
