package dev.penstock.cli;

import dev.penstock.server.Server;
import dev.penstock.server.config.SettingsLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A service on free ports of loopback, with its data in a folder, and shells that know its
/// address.
final class TestService implements AutoCloseable {
    static final String ADMIN = "pak_administrator-of-the-command-line-tests-01";

    private final Server server;
    private final Path folder;

    private TestService(Server server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static TestService in(Path folder) {
        return in(folder, Map.of());
    }

    /// @param more settings, as environment variables
    static TestService in(Path folder, Map<String, String> more) {
        var settings = new HashMap<String, String>();
        settings.put("PENSTOCK_DATA_DIR", folder.resolve("data").toString());
        settings.put("PENSTOCK_HTTP_PORT", "0");
        if (!more.containsKey("PENSTOCK_STORAGE")) {
            settings.put("PENSTOCK_EMBEDDED_PORT", "0");
        }
        settings.put("PENSTOCK_BOOTSTRAP_API_KEY", ADMIN);
        settings.putAll(more);
        return new TestService(
                Server.start(SettingsLoader.load(Optional.empty(), settings), Clock.systemUTC()),
                folder);
    }

    String url() {
        return server.url().toString();
    }

    /// A shell with the administrator's key and a home folder that the service's shells share.
    Shell administrator() {
        return shell().set("PENSTOCK_API_KEY", ADMIN);
    }

    private Shell shell() {
        return new Shell(folder.resolve("home")).set("PENSTOCK_URL", url());
    }

    /// A shell with the token of a new intake `{organization}/large-files`, large uploads on.
    Shell uploader(String organization) {
        return shell().set("PENSTOCK_TOKEN", token(administrator(), organization))
                .set("PENSTOCK_INTAKE", organization + "/large-files");
    }

    /// Makes organization, store, intake and token.
    ///
    /// @return the token
    static String token(Shell admin, String organization) {
        var intake = organization + "/large-files";
        var store = organization + "/inbox";
        admin.done("org", "create", organization);
        admin.done("store", "create", store);
        admin.done(
                "intake", "create", intake, "--store", store, "--active", "--large-uploads", "on");
        var token = admin.run("token", "create", intake, "--name", "tests", "--json");
        return String.valueOf(token.json().get("token"));
    }

    @Override
    public void close() {
        server.close();
    }
}
