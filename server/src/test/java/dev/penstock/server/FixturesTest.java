package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Conversation;
import dev.penstock.server.support.TestService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every conversation of contract/fixtures, with every answer held against openapi.yaml.
class FixturesTest {
    private static final Path FIXTURES = Path.of("../contract/fixtures");
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> conversations() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            var conversations =
                    files.filter(f -> f.toString().endsWith(".json"))
                            .filter(f -> !f.endsWith("setup.json"))
                            .sorted()
                            .toList();
            assertThat(conversations).hasSizeGreaterThan(20);
            return conversations.stream().map(FixturesTest::test);
        }
    }

    private static DynamicTest test(Path file) {
        String run = Integer.toHexString(file.toString().hashCode());
        return DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> assertThat(new Conversation(service, run).replay(file)).isGreaterThan(1));
    }
}
