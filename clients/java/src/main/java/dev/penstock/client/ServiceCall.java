package dev.penstock.client;

import dev.penstock.contract.ContractJson;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// One HTTP call to the service.
///
/// @param target path and query
/// @param timeout for the answer
/// @param repeat whether it may be sent again when it is not known what became of it
/// @param key by which the service knows a repetition (`Idempotency-Key`), for calls that begin
///   something
record ServiceCall(
        String method,
        String target,
        Optional<Body> body,
        Duration timeout,
        Repeat repeat,
        Optional<UUID> key) {

    enum Repeat {
        UNTIL_ANSWERED,
        NEVER
    }

    /// @param publisher gives the same bytes to each attempt
    record Body(String contentType, BodyPublisher publisher) {}

    static ServiceCall get(String target, Duration timeout) {
        return new ServiceCall(
                "GET", target, Optional.empty(), timeout, Repeat.UNTIL_ANSWERED, Optional.empty());
    }

    static ServiceCall post(String target, Duration timeout) {
        return get(target, timeout).as("POST");
    }

    ServiceCall withJson(Object value) {
        var json = BodyPublishers.ofByteArray(ContractJson.write(value));
        return with(new Body("application/json", json));
    }

    ServiceCall with(Body newBody) {
        return new ServiceCall(method, target, Optional.of(newBody), timeout, repeat, key);
    }

    ServiceCall as(String otherMethod) {
        return new ServiceCall(otherMethod, target, body, timeout, repeat, key);
    }

    ServiceCall once() {
        return new ServiceCall(method, target, body, timeout, Repeat.NEVER, key);
    }

    /// With a fresh key, the same in every repetition of this call.
    ServiceCall withKey() {
        return new ServiceCall(
                method, target, body, timeout, repeat, Optional.of(UUID.randomUUID()));
    }
}
