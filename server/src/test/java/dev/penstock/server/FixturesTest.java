package dev.penstock.server;

import dev.penstock.server.support.Fixtures;
import dev.penstock.server.support.TestService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every conversation of contract/fixtures, with every answer held against openapi.yaml.
class FixturesTest {
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
    Stream<DynamicTest> conversations() {
        return Fixtures.on(service);
    }
}
