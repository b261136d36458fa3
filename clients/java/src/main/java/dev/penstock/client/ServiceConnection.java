package dev.penstock.client;

import dev.penstock.contract.ContractJson;
import dev.penstock.contract.ProblemJson;
import dev.penstock.contract.UnreadableJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Calls to the service: the only place that knows the credential. Redirects are not followed.
final class ServiceConnection implements AutoCloseable {
    /// The code of an answer that is none of a Penstock service.
    private static final String FOREIGN = "unexpected-answer";

    private static final long MOST_ANSWER_BYTES = 64L << 20;

    private final ConnectionSettings settings;
    private final String base;
    private final HttpClient http;

    ServiceConnection(ConnectionSettings settings) {
        this.settings = settings;
        this.base = settings.server().toString().replaceAll("/+$", "");
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.connectTimeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    ConnectionSettings settings() {
        return settings;
    }

    /// The body of a good answer.
    ///
    /// @param silence how long there may be no answer of a service, where that is shorter than the
    ///   policy's patience; asked after each attempt
    /// @throws ServiceRefusedException for any other answer
    /// @throws NoAnswerException when there is none
    byte[] call(
            ServiceCall call,
            RetryPolicy policy,
            Supplier<Duration> silence,
            ProgressListener listener) {
        var retries = new Retries(policy, listener);
        while (true) {
            try {
                return answer(call);
            } catch (ServiceRefusedException e) {
                var patience = e.code().equals(FOREIGN) ? silence.get() : policy.patience();
                if (!mayRepeat(call, e) || !retries.pause(e.code(), e.retryAfter(), patience)) {
                    throw e;
                }
            } catch (IOException e) {
                var reason = NetworkFault.describe(e);
                if (call.repeat() == ServiceCall.Repeat.NEVER
                        || !retries.pause(
                                "the service: " + reason, Optional.empty(), silence.get())) {
                    throw new NoAnswerException("The service at " + base, reason);
                }
            }
        }
    }

    byte[] call(ServiceCall call, RetryPolicy policy, ProgressListener listener) {
        return call(call, policy, policy::patience, listener);
    }

    private static boolean mayRepeat(ServiceCall call, ServiceRefusedException refusal) {
        return call.repeat() == ServiceCall.Repeat.UNTIL_ANSWERED
                && refusal.remedy() == ServiceRemedy.RETRY;
    }

    private byte[] answer(ServiceCall call) throws IOException {
        try {
            var response =
                    http.send(
                            request(call),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_ANSWER_BYTES));
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            throw refusal(response);
        } catch (InterruptedException e) {
            throw StoppedException.interrupted();
        }
    }

    private HttpRequest request(ServiceCall call) {
        var publisher =
                call.body().map(ServiceCall.Body::publisher).orElseGet(BodyPublishers::noBody);
        var request =
                HttpRequest.newBuilder(URI.create(base + call.target()))
                        .method(call.method(), publisher)
                        .timeout(call.timeout())
                        .header("Accept", "application/json, application/problem+json");
        settings.credential().ifPresent(c -> request.header("x-api-key", c.secret()));
        call.key().ifPresent(key -> request.header("Idempotency-Key", key.toString()));
        call.body().ifPresent(body -> request.header("Content-Type", body.contentType()));
        return request.build();
    }

    private static ServiceRefusedException refusal(HttpResponse<byte[]> response) {
        var retryAfter = RetryAfter.in(response.headers(), Instant.now());
        return new ServiceRefusedException(problem(response), retryAfter);
    }

    /// Something between client and service may answer without a problem of ours.
    private static ProblemJson problem(HttpResponse<byte[]> response) {
        try {
            return ContractJson.read(response.body(), ProblemJson.class);
        } catch (UnreadableJson e) {
            return new ProblemJson(
                    "about:blank",
                    "HTTP status " + response.statusCode(),
                    response.statusCode(),
                    Optional.of(
                            "the server answered with status %d and no problem that this client"
                                            .formatted(response.statusCode())
                                    + " knows; is it a Penstock service?"),
                    FOREIGN,
                    Optional.empty(),
                    Map.of());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
