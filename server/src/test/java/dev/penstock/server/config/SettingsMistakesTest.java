package dev.penstock.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each mistake in a value, and each combination that cannot be.
class SettingsMistakesTest {
    private static final String SECRET = "Sesame-0123456789";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PENSTOCK_HTTP_HOST      | http.host                   | a host name or an IP address, without a port
                    PENSTOCK_HTTP_PORT      | http.port                   | a whole number from 0 (any free port) to 65535
                    PENSTOCK_STORAGE        | storage.kind                | embedded or s3
                    PENSTOCK_EMBEDDED_HOST  | storage.embedded.host       | a host name or an IP address, without a port
                    PENSTOCK_EMBEDDED_PORT  | storage.embedded.port       | a whole number from 0 (any free port) to 65535
                    PENSTOCK_EMBEDDED_BUCKET| storage.embedded.bucket     | 3 to 63 of a-z, 0-9, . and -, first and last a letter or digit, no .. in it
                    PENSTOCK_URL_TTL        | uploads.url-ttl             | an ISO-8601 duration from PT1S to P7D, in whole seconds
                    PENSTOCK_UPLOAD_TTL     | uploads.upload-ttl          | an ISO-8601 duration from PT1M to P365D, in whole seconds
                    PENSTOCK_COMPLETION_WAIT| uploads.completion-wait     | an ISO-8601 duration from PT1S to PT1H, in whole seconds
                    PENSTOCK_LEASE          | uploads.lease               | an ISO-8601 duration from PT1S to PT10M, in whole seconds
                    PENSTOCK_CLEANUP_INTERVAL| uploads.cleanup-interval   | an ISO-8601 duration from PT1S to PT1H, in whole seconds
                    """)
    void a_wrong_value_is_quoted_with_its_key_and_what_is_allowed(
            String variable, String key, String allowed) {
        assertThat(mistakes(Map.of(variable, "not: a/value\nat all")))
                .containsExactly(
                        "%1$s (%2$s): \"not: a/value at all\" in %2$s is not allowed; allowed: %3$s"
                                .formatted(key, variable, allowed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PENSTOCK_S3_REGION      | storage.s3.region           | 1 to 64 of A-Z, a-z, 0-9, _ and -, such as us-east-1
                    PENSTOCK_S3_BUCKET      | storage.s3.bucket           | 3 to 255 of A-Z, a-z, 0-9, ., _ and -
                    PENSTOCK_S3_PATH_STYLE  | storage.s3.path-style       | true or false
                    """)
    void a_wrong_value_for_s3_is_quoted_too(String variable, String key, String allowed) {
        assertThat(mistakes(s3(Map.of(variable, "not: a/value"))))
                .containsExactly(
                        "%1$s (%2$s): \"not: a/value\" in %2$s is not allowed; allowed: %3$s"
                                .formatted(key, variable, allowed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PENSTOCK_PUBLIC_URL",
                "PENSTOCK_DATABASE_URL",
                "PENSTOCK_EMBEDDED_PUBLIC_URL",
                "PENSTOCK_BOOTSTRAP_API_KEY"
            })
    void a_wrong_value_that_may_hold_a_secret_is_not_quoted(String variable) {
        String value = "http://user:" + SECRET + "@host:1/x";

        assertThat(mistakes(Map.of(variable, value)))
                .singleElement()
                .asString()
                .contains("(" + variable + "): the value in " + variable + " is not allowed")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENSTOCK_S3_ENDPOINT", "PENSTOCK_S3_PUBLIC_ENDPOINT"})
    void a_wrong_endpoint_is_not_quoted(String variable) {
        assertThat(mistakes(s3(Map.of(variable, "http://user:" + SECRET + "@host"))))
                .singleElement()
                .asString()
                .endsWith(
                        "allowed: http:// or https://, a host and perhaps a port; no path, user, ?"
                                + " or #")
                .doesNotContain(SECRET);
    }

    @Test
    void wrong_keys_are_not_quoted() {
        assertThat(
                        mistakes(
                                s3(
                                        Map.of(
                                                "PENSTOCK_S3_ACCESS_KEY", SECRET + "/",
                                                "PENSTOCK_S3_SECRET_KEY", SECRET + "ä"))))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).doesNotContain(SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com",
                "example.com",
                "http://",
                "http://example.com:99999",
                "http://example.com?a=1",
                "http://example.com#a",
                "http://exa mple.com"
            })
    void a_public_url_is_a_web_address(String url) {
        assertThat(mistakes(Map.of("PENSTOCK_PUBLIC_URL", url))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "999999", "8 0", "+80", "eighty"})
    void a_port_is_a_number_up_to_65535(String port) {
        assertThat(mistakes(Map.of("PENSTOCK_HTTP_PORT", port))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT1.5S", "P7DT1S", "-PT15M", "15m", "900", "P1W"})
    void a_url_lives_whole_seconds_up_to_seven_days(String duration) {
        assertThat(mistakes(Map.of("PENSTOCK_URL_TTL", duration))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://host/db",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "postgresql://host/db",
                "jdbc:postgresql://host/db?user=a&password=Sesame-0123456789",
                "jdbc:postgresql://host/db?sslPassword=Sesame-0123456789"
            })
    void a_database_is_sqlite_in_a_file_or_postgresql_without_a_password(String url) {
        assertThat(mistakes(Map.of("PENSTOCK_DATABASE_URL", url)))
                .containsExactly(
                        "database.url (PENSTOCK_DATABASE_URL): the value in PENSTOCK_DATABASE_URL"
                                + " is not allowed; allowed: jdbc:sqlite:FILE or"
                                + " jdbc:postgresql://HOST/NAME, with the password not in it but in"
                                + " database.password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pak_short", "kit_0123456789abcdefghijABCDEFGHIJ_-", "pak_"})
    void a_bootstrap_key_is_long_and_begins_with_pak(String key) {
        assertThat(mistakes(Map.of("PENSTOCK_BOOTSTRAP_API_KEY", key)))
                .containsExactly(
                        "bootstrap.api-key (PENSTOCK_BOOTSTRAP_API_KEY): the value in"
                                + " PENSTOCK_BOOTSTRAP_API_KEY is not allowed; allowed: pak_ and"
                                + " then 32 to 128 of A-Z, a-z, 0-9, _ and -, chosen at random");
    }

    @Test
    void keys_of_s3_are_refused_with_the_embedded_storage() {
        assertThat(
                        mistakes(
                                Map.of(
                                        "PENSTOCK_S3_BUCKET", "files",
                                        "PENSTOCK_S3_REGION", "eu-central-1")))
                .containsExactly(
                        "storage.s3.region (PENSTOCK_S3_REGION): storage.kind is embedded; set it"
                                + " to s3 (PENSTOCK_STORAGE=s3), or take this out",
                        "storage.s3.bucket (PENSTOCK_S3_BUCKET): storage.kind is embedded; set it"
                                + " to s3 (PENSTOCK_STORAGE=s3), or take this out");
    }

    @Test
    void keys_of_the_embedded_storage_are_refused_with_s3() {
        assertThat(mistakes(s3(Map.of("PENSTOCK_EMBEDDED_PORT", "9"))))
                .containsExactly(
                        "storage.embedded.port (PENSTOCK_EMBEDDED_PORT): storage.kind is s3; set"
                                + " it to embedded, or take this out");
    }

    @Test
    void a_wrong_kind_blames_the_keys_of_neither() {
        assertThat(
                        mistakes(
                                Map.of(
                                        "PENSTOCK_STORAGE", "S3",
                                        "PENSTOCK_S3_REGION", "eu-central-1",
                                        "PENSTOCK_EMBEDDED_PORT", "9")))
                .singleElement()
                .asString()
                .startsWith("storage.kind");
    }

    @Test
    void s3_needs_a_bucket() {
        assertThat(mistakes(Map.of("PENSTOCK_STORAGE", "s3")))
                .containsExactly(
                        "storage.s3.bucket (PENSTOCK_S3_BUCKET): missing; storage.kind s3 needs the"
                                + " name of a bucket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.168.1.5", "files.example.com", "::"})
    void an_embedded_storage_that_others_reach_needs_a_public_url(String host) {
        assertThat(mistakes(Map.of("PENSTOCK_EMBEDDED_HOST", host)))
                .singleElement()
                .asString()
                .startsWith(
                        "storage.embedded.public-url (PENSTOCK_EMBEDDED_PUBLIC_URL): missing, as"
                                + " storage.embedded.host is "
                                + host);
        assertThat(
                        mistakes(
                                Map.of(
                                        "PENSTOCK_EMBEDDED_HOST",
                                        host,
                                        "PENSTOCK_EMBEDDED_PUBLIC_URL",
                                        "http://example.com:8481")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "localhost", "::1"})
    void an_embedded_storage_on_loopback_needs_no_public_url(String host) {
        assertThat(mistakes(Map.of("PENSTOCK_EMBEDDED_HOST", host))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PENSTOCK_EMBEDDED_ACCESS_KEY, secret-key",
        "PENSTOCK_EMBEDDED_SECRET_KEY, access-key"
    })
    void half_a_pair_of_keys_is_refused(String variable, String missing) {
        assertThat(mistakes(Map.of(variable, SECRET)))
                .singleElement()
                .asString()
                .startsWith("storage.embedded." + missing)
                .endsWith("is set; set both, or none")
                .doesNotContain(SECRET);
    }

    @Test
    void half_a_pair_of_keys_is_refused_for_s3_too() {
        assertThat(mistakes(s3(Map.of("PENSTOCK_S3_ACCESS_KEY", "AKIA"))))
                .containsExactly(
                        "storage.s3.secret-key (PENSTOCK_S3_SECRET_KEY): missing, as"
                                + " storage.s3.access-key is set; set both, or none");
    }

    @Test
    void sqlite_takes_no_user_and_no_password() {
        assertThat(
                        mistakes(
                                Map.of(
                                        "PENSTOCK_DATABASE_USER",
                                        "me",
                                        "PENSTOCK_DATABASE_PASSWORD",
                                        SECRET)))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line)
                                .contains("SQLite knows no user and no password")
                                .doesNotContain(SECRET));
    }

    @Test
    void the_two_ports_differ_where_the_hosts_overlap() {
        assertThat(mistakes(Map.of("PENSTOCK_EMBEDDED_PORT", "8480")))
                .containsExactly(
                        "storage.embedded.port (PENSTOCK_EMBEDDED_PORT): 8480 is http.port too;"
                                + " give the two different ports");
        assertThat(
                        mistakes(
                                Map.of(
                                        "PENSTOCK_HTTP_PORT", "8481",
                                        "PENSTOCK_HTTP_HOST", "0.0.0.0")))
                .hasSize(1);
        assertThat(
                        mistakes(
                                Map.of(
                                        "PENSTOCK_EMBEDDED_PORT", "8480",
                                        "PENSTOCK_EMBEDDED_HOST", "127.0.0.2")))
                .isEmpty();
        assertThat(mistakes(Map.of("PENSTOCK_EMBEDDED_PORT", "0", "PENSTOCK_HTTP_PORT", "0")))
                .isEmpty();
    }

    private static Map<String, String> s3(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PENSTOCK_STORAGE", "s3");
        environment.put("PENSTOCK_S3_BUCKET", "files");
        environment.putAll(more);
        return environment;
    }

    private List<String> mistakes(Map<String, String> environment) {
        SettingsException refusal =
                catchThrowableOfType(
                        SettingsException.class,
                        () -> SettingsLoader.load(Optional.empty(), folder, environment));
        return refusal == null ? List.of() : refusal.mistakes();
    }
}
