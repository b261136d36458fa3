package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What the page says in numbers.
final class KddbPageTest {

    @Test
    void limits_are_those_of_the_code() throws IOException {
        assertThat(KddbPage.text())
                .contains(
                        "| %d, the outermost map included".formatted(ContainerLimits.LEVELS),
                        String.format(Locale.ROOT, "| %,d |", ContainerLimits.VALUES),
                        "| %d MiB, counted".formatted(ContainerLimits.VALUE_BYTES >> 20),
                        "| larger than %d MiB |".formatted(ContainerLimits.FILE_BYTES >> 20),
                        "It is %d KiB large"
                                .formatted(ContainerWriter.write(Samples.EMPTY).length >> 10));
    }

    @Test
    void version_of_the_library_is_the_tested_one() throws IOException {
        String pinned =
                Files.readAllLines(Path.of("src/test/resources/kodexa/requirements.txt")).stream()
                        .filter(line -> line.startsWith("kodexa=="))
                        .findFirst()
                        .orElseThrow();
        assertThat(KddbPage.text()).contains("`pip install " + pinned + "`");
    }
}
