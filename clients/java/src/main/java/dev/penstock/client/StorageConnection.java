package dev.penstock.client;

import dev.penstock.contract.PartUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// PUTs and GETs on presigned URLs. It never sees the service's credential, and follows no
/// redirect: a signature is good for one host only.
final class StorageConnection implements AutoCloseable {
    private static final int MOST_ERROR_BYTES = 64 << 10;
    private static final long WATCH_MILLIS = 500;

    private final StorageTimeouts timeouts;
    private final HttpClient http;

    StorageConnection(StorageTimeouts timeouts) {
        this.timeouts = timeouts;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(timeouts.connect())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /// One attempt at a part.
    ///
    /// @throws ShortFileException when the file ends before the range does
    /// @throws StoppedException when interrupted
    PutOutcome put(PartUrl url, FileRange range, Transfer transfer) throws ShortFileException {
        var request = HttpRequest.newBuilder(URI.create(url.uploadUrl()));
        StorageHeaders.checked(url.requiredHeaders()).forEach(request::header);
        request.PUT(new RangePublisher(range, transfer));
        var answer =
                http.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ERROR_BYTES));
        try {
            return outcome(await(answer, transfer));
        } catch (ShortFileException e) {
            throw e;
        } catch (IOException e) {
            return new PutOutcome.NoAnswer(NetworkFault.describe(e));
        }
    }

    private <T> T await(CompletableFuture<T> answer, Transfer transfer) throws IOException {
        try {
            while (true) {
                try {
                    return answer.get(WATCH_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (transfer.isDead(timeouts)) {
                        throw new StalledException();
                    }
                }
            }
        } catch (InterruptedException e) {
            throw StoppedException.interrupted();
        } catch (ExecutionException e) {
            throw asIoException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static IOException asIoException(@Nullable Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ShortFileException shortFile) {
                return shortFile;
            }
        }
        return fault instanceof IOException io ? io : new IOException(fault);
    }

    private static PutOutcome outcome(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 == 2) {
            var etag = response.headers().firstValue("ETag");
            return new PutOutcome.Stored(etag.map(StorageConnection::unquoted));
        }
        return new PutOutcome.Refused(
                response.statusCode(),
                S3ErrorCode.in(response.body()),
                RetryAfter.in(response.headers(), Instant.now()));
    }

    private static String unquoted(String etag) {
        return etag.length() > 1 && etag.startsWith("\"") && etag.endsWith("\"")
                ? etag.substring(1, etag.length() - 1)
                : etag;
    }

    /// What a presigned GET gives, to be closed by the caller.
    HttpResponse<InputStream> get(String url) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(timeouts.answer());
            return http.send(request.GET().build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            throw StoppedException.interrupted();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
