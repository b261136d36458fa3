package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Optional<Duration> in(String value) {
        var headers = HttpHeaders.of(Map.of("retry-after", List.of(value)), (_, _) -> true);
        return RetryAfter.in(headers, NOW);
    }

    @Test
    void seconds_and_dates_are_read() {
        assertThat(in("0")).contains(Duration.ZERO);
        assertThat(in(" 17 ")).contains(Duration.ofSeconds(17));
        assertThat(in("Sun, 01 Mar 2026 12:02:00 GMT")).contains(Duration.ofMinutes(2));
    }

    @Test
    void date_that_is_past_means_now() {
        assertThat(in("Sun, 01 Mar 2026 11:00:00 GMT")).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999"})
    void what_is_neither_is_as_if_it_were_not_there(String value) {
        assertThat(in(value)).isEmpty();
    }
}
