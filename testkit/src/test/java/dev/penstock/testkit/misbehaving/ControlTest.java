package dev.penstock.testkit.misbehaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {
    private final MisbehavingStorage storage = MisbehavingStorage.start(Plan.calm());
    private final Control control = Control.open(storage, 0);
    private final PlainClient client = PlainClient.of(storage);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        control.close();
        storage.close();
    }

    @Test
    void rules_are_added_and_dropped_and_what_was_played_is_told() throws Exception {
        String rules = "[{\"fault\": \"slow-down\", \"times\": 2}, {\"fault\": \"clock-skew\"}]";

        assertThat(ask("POST", "/rules", rules).statusCode()).isEqualTo(204);
        assertThat(client.put("x", new byte[1]).code()).isEqualTo("SlowDown");
        assertThat(ask("DELETE", "/rules", "").statusCode()).isEqualTo(204);
        assertThat(client.put("x", new byte[1]).status()).isEqualTo(200);
        assertThat(ask("GET", "/played", "").body())
                .isEqualTo(
                        "{\"n\":1,\"fault\":\"slow-down\",\"operation\":\"PutObject\",\"key\":\"x\","
                                + "\"asked\":1,\"seed\":0}\n");
    }

    @Test
    void what_is_wrong_is_told() throws Exception {
        HttpResponse<String> answer = ask("POST", "/rules", "{\"fault\": \"slow-dawn\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("there is no fault 'slow-dawn'; the nearest is 'slow-down'\n");
        assertThat(ask("GET", "/other", "").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/played", "").body()).isEmpty();
    }

    private HttpResponse<String> ask(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(control.endpoint().resolve(path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
