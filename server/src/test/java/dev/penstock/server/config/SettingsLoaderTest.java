package dev.penstock.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {
    private static final String EVERY_KEY_OF_S3 =
            """
            data:
              dir: /var/lib/penstock
            http:
              host: 0.0.0.0
              port: 80
              public-url: https://files.example.com/intake/
            database:
              url: jdbc:postgresql://db.example.com/penstock
              user: penstock
              password: "  with spaces: 1 "
            storage:
              kind: s3
              s3:
                endpoint: http://s3.internal:9000
                public-endpoint: https://s3.example.com/
                region: eu-central-1
                bucket: Files_1
                access-key: 0123
                secret-key: 0x10
                path-style: false
            bootstrap:
              api-key: pak_0123456789abcdefghijABCDEFGHIJ_-
            uploads:
              url-ttl: PT1H
              upload-ttl: P30D
              completion-wait: PT30S
              lease: PT10S
              cleanup-interval: PT5M
            """;

    @TempDir Path folder;

    @Test
    void nothing_set_gives_the_defaults() {
        assertThat(load(Map.of()))
                .isEqualTo(
                        new Settings(
                                new DataSettings(Path.of("./penstock-data")),
                                new HttpSettings("127.0.0.1", 8480, Optional.empty()),
                                new DatabaseSettings(
                                        "jdbc:sqlite:./penstock-data/penstock.db",
                                        Optional.empty(),
                                        Optional.empty()),
                                new StorageSettings.Embedded(
                                        "127.0.0.1",
                                        8481,
                                        Optional.empty(),
                                        "penstock",
                                        Optional.empty()),
                                new BootstrapSettings(Optional.empty()),
                                new UploadSettings(
                                        Duration.ofMinutes(15),
                                        Duration.ofDays(7),
                                        Duration.ofMinutes(10),
                                        Duration.ofSeconds(30),
                                        Duration.ofMinutes(1))));
    }

    @Test
    void every_key_is_read_from_the_file_as_it_is_written() throws IOException {
        assertThat(SettingsLoader.load(Optional.of(file(EVERY_KEY_OF_S3)), Map.of()))
                .isEqualTo(
                        new Settings(
                                new DataSettings(Path.of("/var/lib/penstock")),
                                new HttpSettings(
                                        "0.0.0.0",
                                        80,
                                        Optional.of(
                                                URI.create("https://files.example.com/intake"))),
                                new DatabaseSettings(
                                        "jdbc:postgresql://db.example.com/penstock",
                                        Optional.of("penstock"),
                                        Optional.of(new Secret("  with spaces: 1 "))),
                                new StorageSettings.S3(
                                        Optional.of(URI.create("http://s3.internal:9000")),
                                        Optional.of(URI.create("https://s3.example.com")),
                                        "eu-central-1",
                                        "Files_1",
                                        Optional.of(new StorageKeys("0123", new Secret("0x10"))),
                                        false),
                                new BootstrapSettings(
                                        Optional.of(
                                                new Secret(
                                                        "pak_0123456789abcdefghijABCDEFGHIJ_-"))),
                                new UploadSettings(
                                        Duration.ofHours(1),
                                        Duration.ofDays(30),
                                        Duration.ofSeconds(30),
                                        Duration.ofSeconds(10),
                                        Duration.ofMinutes(5))));
    }

    @Test
    void every_variable_counts_over_the_file() throws IOException {
        Path file = file(EVERY_KEY_OF_S3);
        Settings settings =
                SettingsLoader.load(
                        Optional.of(file),
                        Map.of("PENSTOCK_HTTP_PORT", "81", "PENSTOCK_S3_BUCKET", "others"));

        assertThat(settings.http().port()).isEqualTo(81);
        assertThat(settings.http().host()).isEqualTo("0.0.0.0");
        assertThat(settings.storage())
                .isInstanceOfSatisfying(
                        StorageSettings.S3.class,
                        s3 -> assertThat(s3.bucket()).isEqualTo("others"));
    }

    @Test
    void a_wrong_value_of_the_file_does_not_matter_under_a_variable() throws IOException {
        Path file = file("http: {port: many}");

        assertThat(
                        SettingsLoader.load(Optional.of(file), Map.of("PENSTOCK_HTTP_PORT", "81"))
                                .http())
                .isEqualTo(new HttpSettings("127.0.0.1", 81, Optional.empty()));
    }

    @Test
    void a_file_in_the_current_folder_is_read_unless_another_is_named() throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), "http: {port: 1}");
        Path other = Files.writeString(folder.resolve("other.yaml"), "http: {port: 2}");

        assertThat(load(Map.of()).http().port()).isEqualTo(1);
        assertThat(SettingsLoader.load(Optional.of(other), folder, Map.of()).http().port())
                .isEqualTo(2);
    }

    @Test
    void the_database_lies_in_the_data_folder_by_default() {
        assertThat(load(Map.of("PENSTOCK_DATA_DIR", "/srv/p")).database().url())
                .isEqualTo("jdbc:sqlite:/srv/p/penstock.db");
    }

    @Test
    void paths_name_the_bucket_only_where_there_is_an_endpoint() {
        Map<String, String> aws = Map.of("PENSTOCK_STORAGE", "s3", "PENSTOCK_S3_BUCKET", "files");
        Map<String, String> other =
                Map.of(
                        "PENSTOCK_STORAGE", "s3",
                        "PENSTOCK_S3_BUCKET", "files",
                        "PENSTOCK_S3_ENDPOINT", "http://127.0.0.1:9000");

        assertThat(((StorageSettings.S3) load(aws).storage()).pathStyle()).isFalse();
        assertThat(((StorageSettings.S3) load(other).storage()).pathStyle()).isTrue();
    }

    @Test
    void an_address_without_a_public_one_is_made_of_host_and_bound_port() {
        Settings everywhere =
                load(
                        Map.of(
                                "PENSTOCK_HTTP_HOST", "0.0.0.0",
                                "PENSTOCK_HTTP_PORT", "0",
                                "PENSTOCK_EMBEDDED_HOST", "::1",
                                "PENSTOCK_EMBEDDED_PORT", "0"));

        assertThat(everywhere.http().publicUrl(4711))
                .isEqualTo(URI.create("http://localhost:4711"));
        assertThat(((StorageSettings.Embedded) everywhere.storage()).publicUrl(4712))
                .isEqualTo(URI.create("http://[::1]:4712"));
    }

    @Test
    void a_public_url_is_taken_as_it_is() {
        Settings settings = load(Map.of("PENSTOCK_PUBLIC_URL", "https://example.com/p/"));

        assertThat(settings.http().publicUrl(4711)).isEqualTo(URI.create("https://example.com/p"));
    }

    @Test
    void all_mistakes_of_file_and_environment_come_at_once_one_a_line() throws IOException {
        Path file = file("http:\n  port: many\n  prot: 3\nuploads: {url-ttl: P8D}\n");

        SettingsException refusal =
                catchThrowableOfType(
                        SettingsException.class,
                        () ->
                                SettingsLoader.load(
                                        Optional.of(file),
                                        Map.of(
                                                "PENSTOCK_STORAGE", "tape",
                                                "PENSTOCK_EMBEDDED_ACCESS_KEY", "one",
                                                "PENSTOCK_BUCKET", "x",
                                                "PENSTOCK_LOG", "xml")));

        assertThat(refusal).hasMessage(String.join("\n", refusal.mistakes()));
        assertThat(refusal.mistakes())
                .extracting(line -> line.split("[: ]", 2)[0])
                .containsExactly(
                        "http.prot",
                        "PENSTOCK_BUCKET",
                        "PENSTOCK_LOG",
                        "http.port",
                        "storage.embedded.secret-key",
                        "storage.kind",
                        "uploads.url-ttl");
    }

    @Test
    void settings_print_without_their_secrets() throws IOException {
        String printed =
                SettingsLoader.load(Optional.of(file(EVERY_KEY_OF_S3)), Map.of()).toString();

        assertThat(printed)
                .contains("password=Optional[***]", "secretKey=***", "apiKey=Optional[***]")
                .doesNotContain("with spaces", "0x10", "pak_");
    }

    private Settings load(Map<String, String> environment) {
        return SettingsLoader.load(Optional.empty(), folder, environment);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), content);
    }
}
