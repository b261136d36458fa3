package dev.penstock.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the table that operators read, in `docs/configuration.md`, against the program.
class SettingsTableTest {
    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| `(PENSTOCK_\\w+)` \\| `([a-z0-9.-]+)` \\| ([^|]*) \\|.*\\|$",
                    Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("^`([^`]+)`$");

    private record Row(String variable, String key, String defaultValue) {}

    @TempDir Path folder;

    @Test
    void the_table_has_every_key_and_variable_and_no_other() throws IOException {
        assertThat(rows())
                .extracting(Row::key, Row::variable)
                .containsExactlyElementsOf(
                        Arrays.stream(SettingKey.values())
                                .map(key -> tuple(key.path(), key.variable()))
                                .toList());
    }

    @Test
    void a_default_of_the_table_changes_nothing_when_it_is_set() throws IOException {
        int held = 0;
        for (Row row : rows()) {
            Optional<String> literal =
                    LITERAL.matcher(row.defaultValue).results().map(m -> m.group(1)).findAny();
            if (literal.isPresent()) {
                Map<String, String> environment = environmentFor(row);
                Settings before = load(environment);
                environment.put(row.variable, literal.get());
                assertThat(load(environment)).as(row.key).isEqualTo(before);
                held++;
            }
        }
        assertThat(held).isEqualTo(13);
    }

    @Test
    void a_required_key_of_the_table_is_missed() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.defaultValue.equals("required"))
                .extracting(Row::key)
                .containsExactly("storage.s3.bucket");
    }

    private Settings load(Map<String, String> environment) {
        return SettingsLoader.load(Optional.empty(), folder, environment);
    }

    private static Map<String, String> environmentFor(Row row) {
        Map<String, String> environment = new HashMap<>();
        if (row.key.startsWith("storage.s3.")) {
            environment.put("PENSTOCK_STORAGE", "s3");
            environment.put("PENSTOCK_S3_BUCKET", "files");
        }
        return environment;
    }

    private static List<Row> rows() throws IOException {
        Path document = Path.of(System.getProperty("penstock.root"), "docs", "configuration.md");
        return ROW.matcher(Files.readString(document))
                .results()
                .map(SettingsTableTest::row)
                .toList();
    }

    private static Row row(MatchResult match) {
        return new Row(match.group(1), match.group(2), match.group(3));
    }
}
