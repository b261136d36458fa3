package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.ChildServer;
import dev.penstock.server.support.Fixtures;
import dev.penstock.server.support.SharedData;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The service as a whole on PostgreSQL: the wire, what outlives a stop and a kill, and what does
/// not belong together.
@Tag("proof")
class PostgresqlTest {
    private static final byte[] FILE = Bytes.of(6 * MIB, 41);

    @TempDir static Path folder;
    private static SharedData shared;

    @BeforeAll
    static void start() {
        shared = SharedData.in(folder, PostgresqlTest.class);
    }

    @AfterAll
    static void stop() {
        if (shared != null) {
            shared.close();
        }
    }

    /// With the embedded storage, whose abilities the conversations count on.
    @TestFactory
    Stream<DynamicTest> conversations() {
        TestService service =
                TestService.in(folder.resolve("conversations"), shared.emptyDatabase());
        return Fixtures.on(service).onClose(service::close);
    }

    @Test
    void an_upload_goes_on_after_a_stop_and_a_start() {
        TestUpload upload;
        String state;
        try (var service = shared.node("stopped")) {
            upload = begun(service);
            state = service.state();
        }
        try (var service = shared.node("stopped")) {
            assertThat(service.state()).isEqualTo(state);
            complete(service, upload);
        }
    }

    @Test
    void an_upload_goes_on_after_a_kill() throws Exception {
        Path place = Files.createDirectory(folder.resolve("killed"));
        var child = ChildServer.start(place, shared.settings());
        TestUpload upload;
        try (var service = TestService.of(child)) {
            upload = begun(service);
            child.kill();
        }
        try (var service = shared.node("killed")) {
            complete(service, upload);
        }
    }

    private static TestUpload begun(TestService service) {
        TestUpload upload = service.intake().begin("a.bin", FILE.length);
        upload.send(1, FILE);
        return upload;
    }

    private static void complete(TestService service, TestUpload begun) {
        TestIntake intake = begun.intake().at(service);
        var upload = new TestUpload(intake, begun.id(), begun.key(), begun.answer());
        assertThat(upload.status().json().path("receivedParts").asInt()).isEqualTo(1);
        Answer family = upload.complete("{'metadata':{'case':17}}");
        assertThat(family.status()).as(family.text()).isEqualTo(201);
        String content = "/api/document-families/%s/content/NATIVE".formatted(family.text("id"));
        assertThat(service.get(service.management("GET", content, "").text("url")).body())
                .isEqualTo(FILE);
    }

    @Test
    void a_node_keeps_nothing_on_its_own_disk() {
        try (var service = shared.node("diskless")) {
            complete(service, begun(service));
        }
        assertThat(folder.resolve("diskless")).isEmptyDirectory();
    }

    @Test
    void a_second_node_with_an_embedded_storage_of_its_own_is_refused() {
        var settings = shared.emptyDatabase();
        try (var first = TestService.in(folder.resolve("first"), settings)) {
            assertThatThrownBy(() -> TestService.in(folder.resolve("second"), settings))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("belong together");
            complete(first, begun(first));
        }
    }
}
