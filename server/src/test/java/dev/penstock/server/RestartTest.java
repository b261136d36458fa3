package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.ChildServer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was answered outlives the process, and a start on what does not belong together is refused.
class RestartTest {
    private static final byte[] FILE = Bytes.of(9 * MIB, 23);

    @TempDir Path folder;

    private static byte[] part(int number) {
        return number == 1
                ? Arrays.copyOf(FILE, 5 * MIB)
                : Arrays.copyOfRange(FILE, 5 * MIB, FILE.length);
    }

    private static void sendTheRestAndComplete(TestService service, TestUpload begun) {
        TestIntake intake = begun.intake().at(service);
        var upload = new TestUpload(intake, begun.id(), begun.key(), begun.answer());
        assertThat(upload.status().json().path("receivedParts").asInt()).isEqualTo(1);
        upload.send(2, part(2));
        Answer family = upload.complete("{}");
        assertThat(family.status()).as(family.text()).isEqualTo(201);
        String content = "/api/document-families/%s/content/NATIVE".formatted(family.text("id"));
        String url = service.management("GET", content, "").text("url");
        assertThat(service.get(url).body()).isEqualTo(FILE);
    }

    @Test
    void an_upload_goes_on_after_a_stop_and_a_start() {
        TestUpload upload;
        String state;
        try (var service = TestService.in(folder)) {
            upload = service.intake().begin("a.bin", FILE.length);
            upload.send(1, part(1));
            state = service.state();
        }
        try (var service = TestService.in(folder)) {
            assertThat(service.state()).isEqualTo(state);
            sendTheRestAndComplete(service, upload);
        }
    }

    @Test
    @Tag("proof")
    void an_upload_goes_on_after_a_kill() {
        TestUpload upload;
        var child = ChildServer.start(folder, Map.of());
        try (var service = TestService.of(child)) {
            upload = service.intake().begin("a.bin", FILE.length);
            upload.send(1, part(1));
            child.kill();
        }
        try (var service = TestService.in(folder)) {
            sendTheRestAndComplete(service, upload);
        }
    }

    @Test
    void a_database_and_a_storage_that_do_not_belong_together_are_refused() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        TestService.in(one).close();
        TestService.in(two).close();
        Files.move(one.resolve("storage"), folder.resolve("kept"));
        Files.move(two.resolve("storage"), one.resolve("storage"));
        assertThatThrownBy(() -> TestService.in(one))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("belong together");
        Files.move(one.resolve("storage"), two.resolve("storage"));
        Files.move(folder.resolve("kept"), one.resolve("storage"));
        TestService.in(one).close();
    }

    @Test
    void a_second_service_on_the_same_database_is_refused_and_the_first_goes_on() {
        var sameFile =
                Map.of("PENSTOCK_DATABASE_URL", "jdbc:sqlite:" + folder.resolve("penstock.db"));
        try (var service = TestService.in(folder)) {
            assertThatThrownBy(() -> TestService.in(folder.resolve("other"), sameFile))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("another Penstock process uses")
                    .hasMessageContaining(folder.resolve("penstock.db").toString())
                    .hasMessageContaining("several nodes on one database need PostgreSQL");
            assertThat(service.intake().begin("on.bin", 1).status().status()).isEqualTo(200);
        }
    }

    @Test
    void a_port_that_is_in_use_is_told_in_a_sentence() {
        try (var service = TestService.in(folder.resolve("one"))) {
            String port = Integer.toString(service.url().getPort());
            assertThatThrownBy(() ->
                            TestService.in(
                                    folder.resolve("two"), Map.of("PENSTOCK_HTTP_PORT", port)))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining(port);
        }
    }
}
