package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("proof")
class ServeProcessTest {
    private static final String KEY_LINE = "Administrator's key, shown only now: ";
    @TempDir Path folder;

    @Test
    void first_start_prints_a_key_that_works_and_the_second_none() {
        String key;
        try (var service = ServiceChild.in(folder)) {
            assertThat(service.child().out())
                    .containsPattern("(?m)^" + KEY_LINE + "pak_[A-Za-z0-9_-]{20,}$")
                    .containsPattern(
                            "(?m)^Penstock is ready at http://127\\.0\\.0\\.1:\\d+ \\(storage: .+\\)$");
            key = service.child().awaitOut(KEY_LINE).substring(KEY_LINE.length());
            var shell = new Shell(folder).set("PENSTOCK_URL", service.url());
            shell.set("PENSTOCK_API_KEY", key).done("org", "create", "acme");
            service.stop();
            assertThat(service.child().err()).doesNotContain(key);
        }
        try (var service = ServiceChild.in(folder)) {
            assertThat(service.child().out()).doesNotContain("pak_", "key");
            var shell = new Shell(folder).set("PENSTOCK_URL", service.url());
            assertThat(shell.set("PENSTOCK_API_KEY", key).done("org", "list")).contains("acme");
            service.stop();
        }
    }

    @Test
    void ctrl_c_is_a_graceful_stop_too() {
        try (var service = ServiceChild.in(folder)) {
            assertThat(service.child().interrupt().await()).isZero();
        }
    }

    @Test
    void end_of_input_stops_it_where_that_was_asked_for() {
        var settings =
                Map.of(
                        "PENSTOCK_DATA_DIR", folder.resolve("data").toString(),
                        "PENSTOCK_HTTP_PORT", "0",
                        "PENSTOCK_EMBEDDED_PORT", "0");
        try (var child = Child.penstock(folder, settings, "serve", "--stop-at-end-of-input")) {
            child.awaitOut("Penstock is ready at");
            child.endInput();
            assertThat(child.await()).isZero();
        }
    }

    @Test
    void all_mistakes_of_the_settings_are_told_at_once() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), "http:\n  port: 99999\n  colour: red\n");
        var settings =
                Map.of("PENSTOCK_URL_TTL", "soon", "PENSTOCK_S3_SECRET_KEY", "not-to-be-printed");

        try (var child = Child.penstock(folder, settings, "serve")) {
            assertThat(child.await()).isEqualTo(ExitStatus.FAILED);
            assertThat(child.out()).isEmpty();
            assertThat(child.err())
                    .startsWith("penstock: the settings cannot be used:")
                    .contains("http.port", "http.colour", "PENSTOCK_URL_TTL")
                    .doesNotContain("Exception", "\tat ", "not-to-be-printed");
        }
        assertThat(folder.resolve("penstock-data")).doesNotExist();
    }

    @Test
    void port_that_is_taken_is_told_in_a_sentence() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            for (var setting : new String[] {"PENSTOCK_HTTP_PORT", "PENSTOCK_EMBEDDED_PORT"}) {
                var settings =
                        new java.util.HashMap<>(
                                Map.of(
                                        "PENSTOCK_DATA_DIR", folder.resolve(setting).toString(),
                                        "PENSTOCK_HTTP_PORT", "0",
                                        "PENSTOCK_EMBEDDED_PORT", "0"));
                settings.put(setting, port);
                try (var child = Child.penstock(folder, settings, "serve")) {
                    assertThat(child.await()).as(child.toString()).isEqualTo(ExitStatus.FAILED);
                    assertThat(child.err())
                            .contains("penstock: ", port)
                            .doesNotContain("Exception", "\tat ");
                }
            }
        }
    }

    @Test
    void second_service_on_the_same_data_is_refused_in_a_line_and_the_first_goes_on() {
        try (var first = ServiceChild.in(folder)) {
            var settings = new java.util.HashMap<>(first.settings());
            settings.put("PENSTOCK_HTTP_PORT", "0");
            settings.put("PENSTOCK_EMBEDDED_PORT", "0");
            try (var second = Child.penstock(folder, settings, "serve")) {
                assertThat(second.await()).isEqualTo(ExitStatus.FAILED);
                assertThat(second.out()).isEmpty();
                assertThat(second.err())
                        .hasLineCount(1)
                        .startsWith("penstock: The database cannot be used: another Penstock")
                        .contains(folder.resolve("data/penstock.db").toString(), "PostgreSQL");
            }
            var shell = new Shell(folder).set("PENSTOCK_URL", first.url());
            var key = first.child().awaitOut(KEY_LINE).substring(KEY_LINE.length());
            assertThat(shell.set("PENSTOCK_API_KEY", key).done("org", "list")).isNotEmpty();
            first.stop();
        }
    }

    @Test
    void storage_alone_tells_its_address_bucket_and_where_the_keys_are() {
        var settings =
                Map.of(
                        "PENSTOCK_DATA_DIR",
                        folder.resolve("s3").toString(),
                        "PENSTOCK_EMBEDDED_PORT",
                        "0");
        try (var child = Child.penstock(folder, settings, "storage")) {
            assertThat(child.awaitOut("ready"))
                    .matches(
                            "Penstock storage is ready at http://127\\.0\\.0\\.1:\\d+ \\(bucket:"
                                    + " penstock; region: us-east-1; keys: in .+\\)");
            assertThat(child.terminate().await()).isZero();
        }
    }
}
