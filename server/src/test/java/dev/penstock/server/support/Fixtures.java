package dev.penstock.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The conversations of contract/fixtures as tests.
public final class Fixtures {
    private static final Path FOLDER = Path.of("../contract/fixtures");

    private Fixtures() {}

    /// One test each, with every answer held against openapi.yaml.
    public static Stream<DynamicTest> on(TestService service) {
        List<Path> conversations = files();
        assertThat(conversations).hasSizeGreaterThan(20);
        return conversations.stream().map(file -> test(service, file));
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f -> !f.endsWith("setup.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicTest test(TestService service, Path file) {
        String run = Integer.toHexString(file.toString().hashCode());
        return DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> assertThat(new Conversation(service, run).replay(file)).isGreaterThan(1));
    }
}
