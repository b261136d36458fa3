package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page that tells users about containers.
final class KddbPage {
    private static final Pattern PYTHON = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

    /// The whole page.
    static String text() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("penstock.root", ".."), "docs", "kddb.md"));
    }

    /// Its example in Python.
    static String example() throws IOException {
        Matcher example = PYTHON.matcher(text());
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    private KddbPage() {}
}
