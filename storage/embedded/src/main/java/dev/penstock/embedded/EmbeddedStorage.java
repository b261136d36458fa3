package dev.penstock.embedded;

import dev.penstock.embedded.blob.BlobFolder;
import dev.penstock.embedded.blob.DirectoryLock;
import dev.penstock.embedded.blob.Leftovers;
import dev.penstock.embedded.catalog.Catalog;
import dev.penstock.embedded.http.Cors;
import dev.penstock.embedded.http.Doorkeeper;
import dev.penstock.embedded.http.S3Handler;
import dev.penstock.embedded.http.S3Server;
import dev.penstock.embedded.operation.BucketName;
import dev.penstock.embedded.operation.Operations;
import dev.penstock.embedded.operation.Storage;
import dev.penstock.embedded.upkeep.Housekeeping;
import dev.penstock.sigv4.CredentialsLookup;
import dev.penstock.sigv4.SignatureVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;

/// A running storage. It belongs to this process alone; a second one on the same folder is refused.
public final class EmbeddedStorage implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final UUID storageId;
    private final DirectoryLock lock;
    private final Catalog catalog;
    private final Housekeeping housekeeping;
    private final S3Server server;
    private boolean stopped;

    private EmbeddedStorage(
            UUID storageId,
            DirectoryLock lock,
            Catalog catalog,
            Housekeeping housekeeping,
            S3Server server) {
        this.storageId = storageId;
        this.lock = lock;
        this.catalog = catalog;
        this.housekeeping = housekeeping;
        this.server = server;
    }

    /// Starts a storage; it answers when this returns.
    ///
    /// @throws dev.penstock.embedded.blob.StartRefusedException if the folder is in use, or what
    ///   lies in it does not belong together
    /// @throws IllegalStateException if the port is taken
    public static EmbeddedStorage start(EmbeddedStorageSettings settings) {
        return start(settings, Tuning.DEFAULT);
    }

    static EmbeddedStorage start(EmbeddedStorageSettings settings, Tuning tuning) {
        BucketName.check(settings.bucket());
        try {
            Files.createDirectories(settings.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + settings.directory(), e);
        }
        DirectoryLock lock = DirectoryLock.take(settings.directory());
        try {
            return start(settings, tuning, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedStorage start(
            EmbeddedStorageSettings settings, Tuning tuning, DirectoryLock lock) {
        SecureRandom random = new SecureRandom();
        BlobFolder blobs = BlobFolder.open(settings.directory(), random);
        UUID storageId = StorageFolder.identify(settings.directory(), blobs);
        Catalog catalog = Catalog.open(settings.directory());
        Leftovers leftovers =
                new Leftovers(
                        settings.directory(), blobs, settings.clock(), tuning.quarantineGrace());
        Housekeeping housekeeping = new Housekeeping(catalog, blobs, leftovers);
        Storage storage =
                new Storage(
                        catalog,
                        blobs,
                        housekeeping,
                        settings.clock(),
                        random,
                        tuning.limits(),
                        settings.region());
        S3Server server = server(settings, tuning, storage);
        try {
            catalog.update(t -> t.buckets().create(settings.bucket(), settings.clock().instant()));
            server.start();
        } catch (RuntimeException e) {
            catalog.close();
            throw e;
        }
        housekeeping.start();
        return new EmbeddedStorage(storageId, lock, catalog, housekeeping, server);
    }

    private static S3Server server(
            EmbeddedStorageSettings settings, Tuning tuning, Storage storage) {
        SignatureVerifier verifier =
                new SignatureVerifier(
                        CredentialsLookup.only(settings.credentials()),
                        settings.region(),
                        settings.clock());
        S3Handler handler =
                new S3Handler(
                        new Doorkeeper(verifier),
                        Operations.on(storage),
                        new Cors(settings.corsOrigins()),
                        tuning.wire());
        return new S3Server(settings.host(), settings.port(), handler, tuning.wire());
    }

    /// Where it listens, `http://host:port`.
    public URI endpoint() {
        return server.endpoint();
    }

    /// The one id that database and blobs share, made at the first start and never changed.
    public UUID storageId() {
        return storageId;
    }

    /// Takes no more requests, lets those under way finish for at most this long, and ends. Doing
    /// so again is fine.
    public synchronized void stop(Duration patience) {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            server.stop(patience);
        } finally {
            housekeeping.close();
            catalog.close();
            lock.close();
        }
    }

    /// Stops within a few seconds.
    @Override
    public void close() {
        stop(CLOSING);
    }
}
