package dev.penstock.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:\n  port: 81",
                "http: {port: 81}",
                "http.port: 81",
                "'http': {\"port\": '81'}",
                "# a remark\n---\nhttp:\n  port: 81 # another\n...\n"
            })
    void levels_and_dots_mean_the_same(String content) throws IOException {
        assertThat(load(content).http().port()).isEqualTo(81);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a remark",
                "~",
                "http:",
                "http:\n  port:",
                "http: {port: ~, host: null, public-url: ''}"
            })
    void a_key_without_a_value_counts_as_not_set(String content) throws IOException {
        assertThat(load(content).http())
                .isEqualTo(new HttpSettings("127.0.0.1", 8480, Optional.empty()));
    }

    @Test
    void an_unknown_key_is_a_mistake_with_its_line_and_the_nearest_key() throws IOException {
        assertThat(
                        mistakes(
                                "http:\n  prot: 81\nstorage: {s3: {a: 1}}\nnonsense: \nlog.level: info"))
                .containsExactly(
                        "http.prot: there is no such key, in FILE line 2; did you mean http.port?",
                        "storage.s3.a: there is no such key, in FILE line 3",
                        "nonsense: there is no such key, in FILE line 4",
                        "log.level: there is no such key, in FILE line 5");
    }

    @Test
    void what_has_the_wrong_form_is_a_mistake() throws IOException {
        assertThat(
                        mistakes(
                                "http: 81\ndata: {dir: [a, b]}\n? [x]\n: 1\nuploads: {url-ttl: {a: 1}}"))
                .containsExactly(
                        "http: keys are needed below it, in FILE line 1",
                        "data.dir (PENSTOCK_DATA_DIR): one single value is needed in FILE line 2",
                        "FILE line 3: a key is a plain word",
                        "uploads.url-ttl (PENSTOCK_URL_TTL): one single value is needed in FILE"
                                + " line 5");
        assertThat(mistakes("- http")).containsExactly("FILE line 1: keys with values are needed");
    }

    @Test
    void a_key_that_is_given_twice_is_a_mistake() throws IOException {
        assertThat(mistakes("http.port: 1\nhttp: {port: 2}\ndata: {dir: a}\ndata: {dir: a}"))
                .containsExactly(
                        "http.port (PENSTOCK_HTTP_PORT): given twice, the second time in FILE line"
                                + " 2",
                        "data.dir (PENSTOCK_DATA_DIR): given twice, the second time in FILE line"
                                + " 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http: {port: 81",
                "http:\n\tport: 81",
                "secret: *Sesame",
                "a: 1\n---\nb: 2",
                "a: 'Sesame"
            })
    void what_is_not_yaml_is_told_without_its_content(String content) throws IOException {
        assertThat(mistakes(content))
                .singleElement()
                .asString()
                .matches("FILE line \\d: not valid YAML")
                .doesNotContain("Sesame");
    }

    @Test
    void a_file_that_contains_itself_is_refused() throws IOException {
        assertThat(mistakes("&a\n'': *a\nhttp: *a")).isNotEmpty();
        assertThat(mistakes("http: &a {port: *a, http: *a}")).isNotEmpty();
    }

    @Test
    void a_file_that_is_not_there_or_not_text_is_a_mistake() throws IOException {
        assertThat(mistakes(folder.resolve("none.yaml")))
                .containsExactly(folder.resolve("none.yaml") + ": there is no such file");
        assertThat(mistakes(folder)).containsExactly(folder + ": cannot be read");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "data: {dir: Ã¤}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(mistakes(latin)).isEmpty();
        Files.write(latin, new byte[] {'a', (byte) 0xE4});
        assertThat(mistakes(latin)).containsExactly(latin + ": not UTF-8");
    }

    private Settings load(String content) throws IOException {
        return SettingsLoader.load(Optional.of(file(content)), Map.of());
    }

    private List<String> mistakes(String content) throws IOException {
        Path file = file(content);
        return mistakes(file).stream().map(line -> line.replace(file.toString(), "FILE")).toList();
    }

    private List<String> mistakes(Path file) {
        SettingsException refusal =
                catchThrowableOfType(
                        SettingsException.class,
                        () -> SettingsLoader.load(Optional.of(file), Map.of()));
        return refusal == null ? List.of() : refusal.mistakes();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), content);
    }
}
