package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/// What every refusal has in common: a status, a code, a sentence for a person, headers that let a
/// page of another origin read it; and that nothing changed.
public final class Refusals {
    private Refusals() {}

    /// The call is refused so, and the service is afterwards as it was before.
    public static Answer refused(
            TestService service, int status, String code, Supplier<Answer> call) {
        String before = service.state();
        Answer answer = refused(call.get(), status, code);
        assertThat(service.state()).as("after %s", code).isEqualTo(before);
        return answer;
    }

    public static Answer refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("type")).endsWith("/problems#" + code);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).endsWith(".").contains(" ");
        assertThat(answer.text("instance")).endsWith(answer.header("x-request-id"));
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(answer.header("retry-after").isEmpty())
                .as("Retry-After with %d", status)
                .isEqualTo(status != 429 && status != 503);
        return answer;
    }
}
