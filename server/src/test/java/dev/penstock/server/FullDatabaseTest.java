package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that may grow no further: what changes something is put off with a reason, what only
/// reads is answered.
class FullDatabaseTest {
    private static final int PAGES = 300;
    private static final String PATH = "x".repeat(900);

    @TempDir Path folder;

    @Test
    void writing_is_put_off_and_reading_goes_on() {
        String limited =
                "jdbc:sqlite:%s?max_page_count=%d".formatted(folder.resolve("small.db"), PAGES);
        try (var service =
                TestService.in(folder.resolve("data"), Map.of("PENSTOCK_DATABASE_URL", limited))) {
            TestIntake intake = service.intake();
            TestUpload upload = intake.begin("kept.bin", 3);
            Answer refused = fill(intake);
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("storage-unavailable");
            assertThat(refused.header("retry-after")).isEqualTo("30");
            assertThat(refused.text("detail")).contains("no room left", "database");

            service.clock().advance(Duration.ofMinutes(5)); // when the use of a token is noted anew
            assertThat(upload.status().text("state")).isEqualTo("receiving");
            assertThat(intake.get("/uploads/" + upload.id() + "/parts").status()).isEqualTo(200);
            assertThat(service.management("GET", "/api/document-families", "").status())
                    .isEqualTo(200);
            assertThat(service.call("GET", "/health/live", Map.of(), "").status()).isEqualTo(200);
        }
    }

    /// @return the first answer that did not begin an upload
    private static Answer fill(TestIntake intake) {
        for (int i = 0; ; i++) {
            Answer answer = intake.request(PATH + i, 1);
            if (answer.status() != 200) {
                return answer;
            }
        }
    }
}
