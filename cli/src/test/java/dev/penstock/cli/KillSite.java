package dev.penstock.cli;

import dev.penstock.testkit.repository.PrivatePostgresql;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/// A whole Penstock in processes of its own behind watched pipes: one service with its storage on
/// SQLite, or two services on PostgreSQL and a storage.
final class KillSite implements AutoCloseable {
    private static final String STORAGE_KEY = "kills-access";
    private static final String STORAGE_SECRET = "kills-secret-key";
    private static final long PART_BYTES_PER_SECOND = 24L << 20;
    private static final long OTHER_BYTES_PER_SECOND = 1L << 32;

    private final Path folder;
    private final QuickJava java;
    private final Landmarks landmarks = new Landmarks();
    private final Map<Victim, Member> members = new EnumMap<>(Victim.class);
    private final Map<Victim, Map<String, String>> settings = new EnumMap<>(Victim.class);
    private final WatchedPipe service;
    private final WatchedPipe storage;
    private final String databaseUrl;
    private final Map<String, String> database;
    private final Path storageFolder;

    private KillSite(Path folder) {
        this.folder = folder;
        this.java = new QuickJava(folder);
        int port = freePort();
        int storagePort = freePort();
        this.service = pipe(List.of(port));
        this.storage = slowPipe(storagePort);
        var data = folder.resolve("data");
        this.storageFolder = data.resolve("storage");
        this.databaseUrl = "jdbc:sqlite:" + data.resolve("penstock.db");
        this.database = Map.of();
        var one = common(data, port);
        one.put("PENSTOCK_EMBEDDED_PORT", Integer.toString(storagePort));
        one.put("PENSTOCK_EMBEDDED_PUBLIC_URL", storage.url());
        settings.put(Victim.SERVICE, one);
    }

    private KillSite(Path folder, PrivatePostgresql postgresql) {
        this.folder = folder;
        this.java = new QuickJava(folder);
        var ports = List.of(freePort(), freePort());
        int storagePort = freePort();
        this.service = pipe(ports);
        this.storage = slowPipe(storagePort);
        var data = folder.resolve("s3");
        this.storageFolder = data.resolve("storage");
        this.databaseUrl = postgresql.url();
        this.database =
                Map.of(
                        "PENSTOCK_DATABASE_URL", postgresql.url(),
                        "PENSTOCK_DATABASE_USER", postgresql.user(),
                        "PENSTOCK_DATABASE_PASSWORD", postgresql.password());
        var s3 = pipe(List.of(storagePort)).url();
        settings.put(Victim.STORAGE, ofStorage(data, storagePort));
        settings.put(Victim.SERVICE, ofNode("node-1", ports.get(0), s3));
        settings.put(Victim.SECOND_SERVICE, ofNode("node-2", ports.get(1), s3));
    }

    /// Starts one service on SQLite.
    static KillSite sqlite(Path folder) {
        return new KillSite(folder).started();
    }

    /// Starts two services and a storage.
    static KillSite postgresql(Path folder, PrivatePostgresql postgresql) {
        return new KillSite(folder, postgresql).started();
    }

    private WatchedPipe pipe(List<Integer> ports) {
        return WatchedPipe.to(ports, landmarks, OTHER_BYTES_PER_SECOND);
    }

    private WatchedPipe slowPipe(int port) {
        return WatchedPipe.to(List.of(port), landmarks, PART_BYTES_PER_SECOND);
    }

    /// Below those that outgoing connections take while its owner is dead.
    private static int freePort() {
        var random = new Random();
        while (true) {
            int port = 20_000 + random.nextInt(12_000);
            try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return port;
            } catch (IOException e) {
                // taken: another one
            }
        }
    }

    private Map<String, String> common(Path data, int port) {
        var common = new HashMap<String, String>();
        common.put("PENSTOCK_DATA_DIR", data.toString());
        common.put("PENSTOCK_HTTP_PORT", Integer.toString(port));
        common.put("PENSTOCK_PUBLIC_URL", service.url());
        common.put("PENSTOCK_BOOTSTRAP_API_KEY", TestService.ADMIN);
        common.put("PENSTOCK_LEASE", "PT2S");
        common.put("PENSTOCK_CLEANUP_INTERVAL", "PT1S");
        common.put("PENSTOCK_URL_TTL", "PT5S");
        common.put("PENSTOCK_UPLOAD_TTL", "PT1M");
        common.put("PENSTOCK_LOG_LEVEL", "error");
        return common;
    }

    private Map<String, String> ofNode(String name, int port, String s3) {
        var node = common(folder.resolve(name), port);
        node.putAll(database);
        node.put("PENSTOCK_STORAGE", "s3");
        node.put("PENSTOCK_S3_ENDPOINT", s3);
        node.put("PENSTOCK_S3_PUBLIC_ENDPOINT", storage.url());
        node.put("PENSTOCK_S3_BUCKET", "penstock");
        node.put("PENSTOCK_S3_ACCESS_KEY", STORAGE_KEY);
        node.put("PENSTOCK_S3_SECRET_KEY", STORAGE_SECRET);
        return node;
    }

    private static Map<String, String> ofStorage(Path data, int port) {
        return Map.of(
                "PENSTOCK_DATA_DIR",
                data.toString(),
                "PENSTOCK_EMBEDDED_PORT",
                Integer.toString(port),
                "PENSTOCK_EMBEDDED_ACCESS_KEY",
                STORAGE_KEY,
                "PENSTOCK_EMBEDDED_SECRET_KEY",
                STORAGE_SECRET);
    }

    private KillSite started() {
        for (var victim : List.of(Victim.STORAGE, Victim.SERVICE, Victim.SECOND_SERVICE)) {
            var its = settings.get(victim);
            if (its != null) {
                var command = victim == Victim.STORAGE ? "storage" : "serve";
                var member =
                        new Member(
                                folder,
                                its,
                                () -> java.command(victim.name(), Main.class, command));
                members.put(victim, member);
                member.awaitReady();
            }
        }
        return this;
    }

    /// The address of the service.
    String url() {
        return service.url();
    }

    Landmarks landmarks() {
        return landmarks;
    }

    /// Those of its processes that may be killed.
    Set<Victim> victims() {
        return Set.copyOf(members.keySet());
    }

    Collection<Member> members() {
        return members.values();
    }

    /// One of [#victims].
    Member member(Victim victim) {
        return Objects.requireNonNull(members.get(victim));
    }

    void awaitReady() {
        members.values().forEach(Member::awaitReady);
    }

    StorageFolder storageFolder() {
        return new StorageFolder(storageFolder);
    }

    QuickJava java() {
        return java;
    }

    /// Stops everything in good order, and starts it again.
    void restart() {
        members.values().forEach(Member::stop);
        members.values().forEach(Member::launch);
        awaitReady();
    }

    /// Stops everything in good order, lets the five minutes pass for which a killed process keeps
    /// what it was about to remove, and starts everything again.
    void restartMuchLater() {
        members.values().forEach(Member::stop);
        try (var connection =
                        DriverManager.getConnection(
                                databaseUrl,
                                database.get("PENSTOCK_DATABASE_USER"),
                                database.get("PENSTOCK_DATABASE_PASSWORD"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE removal SET due = ''");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        members.values().forEach(Member::launch);
        awaitReady();
    }

    @Override
    public void close() {
        members.values().forEach(Member::close);
        service.close();
        storage.close();
    }
}
