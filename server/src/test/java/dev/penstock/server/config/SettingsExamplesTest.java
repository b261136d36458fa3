package dev.penstock.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Loads every example of `docs/configuration.md`.
class SettingsExamplesTest {
    @TempDir Path folder;

    @Test
    void every_file_of_the_document_can_be_used() throws IOException {
        List<String> files = blocks("yaml");

        assertThat(files).hasSize(5);
        for (String content : files) {
            Path file = Files.writeString(folder.resolve("penstock.yaml"), content);
            assertThatCode(() -> SettingsLoader.load(Optional.of(file), Map.of()))
                    .as(content)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void every_environment_of_the_document_can_be_used() throws IOException {
        List<String> environments = blocks("sh");

        assertThat(environments).hasSize(1);
        for (String lines : environments) {
            Map<String, String> environment =
                    lines.lines()
                            .map(line -> line.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            assertThat(SettingsLoader.load(Optional.empty(), folder, environment).storage())
                    .isInstanceOf(StorageSettings.S3.class);
        }
    }

    private static List<String> blocks(String language) throws IOException {
        Path document = Path.of(System.getProperty("penstock.root"), "docs", "configuration.md");
        return Pattern.compile(
                        "^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
