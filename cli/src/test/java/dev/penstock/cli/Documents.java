package dev.penstock.cli;

import dev.penstock.client.ConnectionSettings;
import dev.penstock.client.Credential;
import dev.penstock.client.IntakeAddress;
import dev.penstock.client.NoAnswerException;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.PenstockException;
import dev.penstock.client.RetryPolicy;
import dev.penstock.client.ServiceRefusedException;
import dev.penstock.client.UploadHandle;
import dev.penstock.contract.DocumentFamilyJson;
import dev.penstock.contract.UploadStatus;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// What an administrator sees of documents and uploads while processes die: asks until it gets an
/// answer.
final class Documents implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String INTAKE = "acme/large-files";

    private final PenstockClient client;
    private final Api api;
    private final UUID intakeId;

    Documents(String url) {
        var key = Optional.of(new Credential(TestService.ADMIN));
        var retry = new RetryPolicy(Duration.ofMillis(50), Duration.ofMillis(500), PATIENCE);
        client = PenstockClient.open(ConnectionSettings.of(URI.create(url), key).withRetry(retry));
        api = new Api(url, INTAKE, TestService.ADMIN);
        intakeId = client.intakes().list().getFirst().id();
    }

    List<DocumentFamilyJson> all() {
        return client.families().list();
    }

    List<DocumentFamilyJson> at(String path) {
        return client.families().list(Map.of("pathPrefix", path));
    }

    List<UploadStatus> uploads() {
        return client.uploads(intakeId).list();
    }

    void abort(UploadStatus upload) {
        client.intake(IntakeAddress.parse(INTAKE))
                .abort(new UploadHandle(upload.uploadId(), upload.s3Key()));
    }

    boolean holds(UUID family, KnownFile file) {
        return Arrays.equals(patiently(() -> api.content(family.toString())), file.bytes());
    }

    /// Deletes a document.
    ///
    /// @throws ServiceRefusedException when that is refused
    void delete(UUID family) {
        boolean unanswered = false;
        while (true) {
            try {
                client.families().delete(family);
                return;
            } catch (NoAnswerException e) {
                unanswered = true;
            } catch (ServiceRefusedException e) {
                if (unanswered && e.code().equals("not-found")) {
                    return;
                }
                if (!e.code().equals("storage-unavailable")) {
                    throw e;
                }
                unanswered = true;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static <T> T patiently(Supplier<T> asking) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return asking.get();
            } catch (UncheckedIOException | AssertionError | PenstockException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    @Override
    public void close() {
        client.close();
        api.close();
    }
}
