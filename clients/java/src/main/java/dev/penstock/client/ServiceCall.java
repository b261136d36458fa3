package dev.penstock.client;

import dev.penstock.contract.ContractJson;
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
        Optional<byte[]> body,
        Duration timeout,
        Repeat repeat,
        Optional<UUID> key) {

    enum Repeat {
        UNTIL_ANSWERED,
        NEVER
    }

    static ServiceCall get(String target, Duration timeout) {
        return new ServiceCall(
                "GET", target, Optional.empty(), timeout, Repeat.UNTIL_ANSWERED, Optional.empty());
    }

    static ServiceCall post(String target, Duration timeout) {
        return get(target, timeout).as("POST");
    }

    ServiceCall withJson(Object value) {
        return new ServiceCall(
                method, target, Optional.of(ContractJson.write(value)), timeout, repeat, key);
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
