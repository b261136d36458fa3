package dev.penstock.client;

import dev.penstock.contract.ContractJson;
import java.time.Duration;
import java.util.Optional;

/// One HTTP call to the service.
///
/// @param target path and query
/// @param timeout for the answer
/// @param repeat whether it may be sent again when it is not known what became of it
record ServiceCall(
        String method, String target, Optional<byte[]> body, Duration timeout, Repeat repeat) {

    enum Repeat {
        UNTIL_ANSWERED,
        NEVER
    }

    static ServiceCall get(String target, Duration timeout) {
        return new ServiceCall("GET", target, Optional.empty(), timeout, Repeat.UNTIL_ANSWERED);
    }

    static ServiceCall post(String target, Duration timeout) {
        return new ServiceCall("POST", target, Optional.empty(), timeout, Repeat.UNTIL_ANSWERED);
    }

    ServiceCall withJson(Object value) {
        return new ServiceCall(
                method, target, Optional.of(ContractJson.write(value)), timeout, repeat);
    }

    ServiceCall as(String otherMethod) {
        return new ServiceCall(otherMethod, target, body, timeout, repeat);
    }

    ServiceCall once() {
        return new ServiceCall(method, target, body, timeout, Repeat.NEVER);
    }
}
