package dev.penstock.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.kddb.Container;
import dev.penstock.kddb.ContainerSource;
import dev.penstock.kddb.ContainerWriter;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files that are containers already, or look like it.
class ContainerUploadsTest {
    private static final String TYPE = "application/octet-stream";

    @TempDir Path folder;
    private static TestService service;
    private TestIntake intake;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void makeIntake() {
        intake = service.intake();
    }

    private static byte[] container() {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("a", "inside");
        metadata.put("b", "inside");
        metadata.put("c", "inside");
        metadata.put("labels", "INSIDE");
        metadata.put("statusId", "inside");
        return ContainerWriter.write(
                new Container(
                        UUID.randomUUID(),
                        metadata,
                        List.of("INSIDE"),
                        Map.of("of", "the file"),
                        List.of(),
                        new ContainerSource(
                                "x.pdf",
                                "x.pdf",
                                "application/pdf",
                                Optional.empty(),
                                Instant.EPOCH,
                                "x/y",
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                Optional.empty())));
    }

    private TestFamily made(Way way, String path, byte[] file, String fields) {
        return TestFamily.made(intake, way.upload(intake, path, TYPE, file, fields));
    }

    @ParameterizedTest
    @EnumSource
    void its_metadata_is_between_the_intakes_and_the_callers(Way way) {
        intake.set("'metadata':{'a':'intake','i':'intake'}");
        byte[] file = container();

        TestFamily family =
                made(
                        way,
                        "a.kddb",
                        file,
                        "{'metadata':{'b':'caller'},'extraFields':{'c':'extra'}}");

        Map<String, Object> merged =
                Map.of("a", "inside", "b", "caller", "c", "inside", "i", "intake");
        assertThat(family.container().metadata()).isEqualTo(merged);
        merged.forEach((name, value) ->
                assertThat(family.json().at("/metadata/" + name).asString()).isEqualTo(value));
        assertThat(family.json().path("metadata").size()).isEqualTo(merged.size());
        assertThat(family.container().externalData()).contains(Map.of("of", "the file"));
        assertThat(family.bytes("NATIVE")).isEqualTo(file);
        assertThat(family.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_callers_external_data_replaces_its_own(Way way) {
        TestFamily family = made(way, "a.bin", container(), "{'externalData':{'of':'the caller'}}");
        assertThat(family.container().externalData()).contains(Map.of("of", "the caller"));
        assertThat(family.content("DOCUMENT", "name").asString()).isEqualTo("a.kddb");
    }

    @Test
    void the_rest_of_it_is_in_the_copy() throws IOException, SQLException {
        byte[] file = changed(container(), "INSERT INTO cn VALUES (7, 1, NULL, 0)");

        TestFamily family = made(Way.DIRECT, "a.kddb", file, "{}");

        Path copy = Files.write(folder.resolve("copy"), family.bytes("DOCUMENT"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM cn")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_none_or_means_harm_is_an_ordinary_file_with_a_warning(Way way)
            throws IOException, SQLException {
        byte[] whole = container();
        byte[] corrupt = whole.clone();
        Arrays.fill(corrupt, 100, corrupt.length, (byte) 0x5a);
        List<byte[]> files =
                List.of(
                        "plain text".getBytes(UTF_8),
                        Arrays.copyOf(whole, 5000),
                        corrupt,
                        Arrays.copyOf(whole, 16),
                        changed(
                                whole,
                                "CREATE TRIGGER t AFTER UPDATE ON metadata BEGIN DELETE FROM cn; END"),
                        changed(whole, "CREATE VIEW v AS SELECT 1"),
                        changed(whole, "DROP TABLE metadata"));
        for (int i = 0; i < files.size(); i++) {
            TestFamily family = made(way, i + ".kddb", files.get(i), "{'metadata':{'m':'caller'}}");
            assertThat(family.warnings()).as("file %d", i).containsExactly("unreadable-container");
            assertThat(family.metadata()).isEqualTo("{'m':'caller'}");
            assertThat(family.container().metadata()).isEqualTo(Map.of("m", "caller"));
            assertThat(family.bytes("NATIVE")).isEqualTo(files.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_takes_no_other_values_is_an_ordinary_file(Way way)
            throws IOException, SQLException {
        byte[] file =
                changed(
                        container(),
                        "DROP TABLE ed; CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB, more NOT NULL)");

        TestFamily family = made(way, "a.kddb", file, "{'metadata':{'b':'caller'}}");

        assertThat(family.warnings()).containsExactly("unreadable-container");
        assertThat(family.metadata()).isEqualTo("{'b':'caller'}");
        assertThat(family.container().metadata()).isEqualTo(Map.of("b", "caller"));
        assertThat(family.bytes("NATIVE")).isEqualTo(file);
    }

    private byte[] changed(byte[] container, String statements) throws IOException, SQLException {
        Path file = Files.write(Files.createTempFile(folder, "made", ".db"), container);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
        return Files.readAllBytes(file);
    }
}
