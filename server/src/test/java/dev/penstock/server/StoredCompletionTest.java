package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.ChildServer;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A completion that ends between the storage's answer and the document is finished from what was
/// saved.
@Tag("proof")
class StoredCompletionTest {
    private static final byte[] FILE = Bytes.of(6 * MIB, 5);

    @TempDir Path folder;

    @Test
    void a_kill_before_the_document_is_made_is_mended_by_the_next_completion() throws Exception {
        TestUpload upload;
        var killed = ChildServer.start(folder, Map.of());
        try (var service = TestService.of(killed)) {
            TestIntake before = service.intake();
            TestUpload other = before.begin("taken.bin", FILE.length);
            other.send(1, FILE);
            assertThat(other.complete("{}").status()).isEqualTo(201);
            upload = before.begin("a.bin", FILE.length);
            upload.send(1, FILE);
            database(
                    "CREATE TRIGGER no_family BEFORE INSERT ON document_family"
                            + " BEGIN SELECT RAISE(ABORT, 'not now'); END");
            assertThat(upload.complete("{'metadata':{'case':17}}").status()).isEqualTo(500);
            assertThat(upload.status().text("state")).isEqualTo("stored");
            killed.kill();
        }
        database("DROP TRIGGER no_family");
        try (var service = TestService.in(folder)) {
            TestIntake intake = upload.intake().at(service);
            var same = new TestUpload(intake, upload.id(), upload.key(), upload.answer());
            String more = "{'documentVersion':'9','metadata':{'case':17}}";
            Answer family = same.post("/multipart-upload-complete", more, "path", "taken.bin");
            assertThat(family.status()).as(family.text()).isEqualTo(201);
            assertThat(family.json().at("/contentObjects/0/documentVersion").asString())
                    .isEqualTo("9");
            assertThat(family.text("path"))
                    .as("the path was claimed, and stays")
                    .isEqualTo("a.bin");
            assertThat(family.json().at("/metadata/case").asInt()).isEqualTo(17);
            assertThat(same.complete("{}").text("id")).isEqualTo(family.text("id"));
            assertThat(service.state().split("\"originalPath\"", -1)).hasSize(3);
        }
    }

    private void database(String statement) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("penstock.db");
        try (var connection = DriverManager.getConnection(url);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
