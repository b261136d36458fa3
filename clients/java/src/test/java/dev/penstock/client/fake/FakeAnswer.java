package dev.penstock.client.fake;

import com.sun.net.httpserver.HttpExchange;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.ProblemJson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// What the fake service answers.
///
/// @param body what is written as JSON; nothing with 204
record FakeAnswer(int status, Object body) {

    static FakeAnswer ok(Object body) {
        return new FakeAnswer(200, body);
    }

    static FakeAnswer nothing() {
        return new FakeAnswer(204, "");
    }

    static FakeAnswer refusal(int status, String code) {
        return refusal(status, code, Map.of());
    }

    /// @param more fields of the case
    static FakeAnswer refusal(int status, String code, Map<String, Object> more) {
        return new FakeAnswer(
                status,
                new ProblemJson(
                        "about:blank",
                        code,
                        status,
                        Optional.of("what " + code + " means"),
                        code,
                        Optional.empty(),
                        more));
    }

    void write(HttpExchange exchange) throws IOException {
        var json = status == 204 ? new byte[0] : ContractJson.write(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length == 0 ? -1 : json.length);
        if (json.length > 0) {
            exchange.getResponseBody().write(json);
        }
    }
}
