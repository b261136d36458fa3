package dev.penstock.embedded;

import dev.penstock.embedded.http.Wire;
import dev.penstock.embedded.operation.Limits;
import dev.penstock.sigv4.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// A storage in a temporary folder, and clients for it.
final class TestStorage implements AutoCloseable {
    static final String BUCKET = "bucket";
    static final String ACCESS_KEY = "TESTACCESSKEY";
    static final String SECRET_KEY = "test/secret+key";
    static final String REGION = "us-east-1";

    /// Parts may be of one byte.
    static final Tuning TINY_PARTS =
            new Tuning(
                    new Limits(1, Limits.S3.maxPartBytes(), Limits.S3.maxParts()),
                    Wire.DEFAULT,
                    Duration.ofHours(24));

    private final Path directory;
    private final EmbeddedStorage storage;

    private TestStorage(Path directory, EmbeddedStorage storage) {
        this.directory = directory;
        this.storage = storage;
    }

    static TestStorage start() {
        return start(Tuning.DEFAULT);
    }

    static TestStorage start(Tuning tuning) {
        try {
            return start(Files.createTempDirectory("penstock-storage"), tuning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestStorage start(Path directory, Tuning tuning) {
        return start(directory, tuning, Clock.systemUTC());
    }

    static TestStorage start(Path directory, Tuning tuning, Clock clock) {
        return new TestStorage(
                directory, EmbeddedStorage.start(settings(directory, clock), tuning));
    }

    static EmbeddedStorageSettings settings(Path directory, Clock clock) {
        return new EmbeddedStorageSettings(
                directory,
                "127.0.0.1",
                0,
                BUCKET,
                Credentials.of(ACCESS_KEY, SECRET_KEY),
                REGION,
                List.of("*"),
                clock);
    }

    URI endpoint() {
        return storage.endpoint();
    }

    Path directory() {
        return directory;
    }

    EmbeddedStorage storage() {
        return storage;
    }

    /// The SDK as it comes.
    S3Client client() {
        return clientBuilder(endpoint()).build();
    }

    /// The SDK without aws-chunked bodies.
    S3Client plainClient() {
        return clientBuilder(endpoint())
                .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                .build();
    }

    static S3ClientBuilder clientBuilder(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(REGION))
                .credentialsProvider(credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(endpoint())
                .region(Region.of(REGION))
                .credentialsProvider(credentials())
                .serviceConfiguration(
                        software.amazon.awssdk.services.s3.S3Configuration.builder()
                                .pathStyleAccessEnabled(true)
                                .build())
                .build();
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));
    }

    /// How many blobs lie on the disk.
    long blobs() {
        return blobs(directory).size();
    }

    /// The names of the blobs below a storage folder.
    static Set<String> blobs(Path directory) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < 256; i++) {
            Path folder = directory.resolve("blobs").resolve("%02x".formatted(i));
            names.addAll(Arrays.asList(Objects.requireNonNull(folder.toFile().list())));
        }
        return names;
    }

    /// Waits until something holds, for at most 20 seconds.
    static void await(BooleanSupplier condition) {
        await("it", condition);
    }

    /// The same, with a word for what is waited for.
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + " did not come to hold in time");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// Stops, and keeps the folder.
    void stop() {
        storage.close();
    }

    @Override
    public void close() {
        storage.close();
        delete(directory);
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
