package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import dev.penstock.testkit.repository.Race;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A completion that is repeated: the first that became a document wins.
class RepeatedCompletionTest {
    private static final byte[] FILE = Bytes.of(6 * MIB, 22);
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.temporary();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static TestUpload sent(TestIntake intake) {
        TestUpload upload = intake.begin("a.bin", FILE.length);
        upload.send(1, FILE);
        return upload;
    }

    @Test
    void the_same_again_gives_the_document_without_a_warning() {
        TestUpload upload = sent(service.intake());
        String body = "{'metadata':{'a':1},'documentVersion':'2'}";
        Answer first = upload.complete(body);
        for (String again : List.of(body, "{}", "")) {
            Answer second = upload.complete(again);
            assertThat(second.status()).as(second.text()).isEqualTo(200);
            assertThat(second.text("id")).isEqualTo(first.text("id"));
            assertThat(second.text()).doesNotContain("already-completed");
        }
    }

    @Test
    void other_fields_change_nothing_and_a_warning_says_so() {
        TestUpload upload = sent(service.intake());
        upload.complete("{'metadata':{'a':1}}");
        Answer other = upload.complete("{'metadata':{'a':2}}");

        assertThat(other.status()).isEqualTo(200);
        assertThat(other.json().at("/metadata/a").asInt()).isEqualTo(1);
        assertThat(other.text()).contains("already-completed");
        String family = "/api/document-families/" + other.text("id");
        assertThat(service.management("GET", family, "").text())
                .as("the warning is the answer's, not the document's")
                .doesNotContain("already-completed");
    }

    @Test
    void of_fifty_at_once_one_makes_the_document() {
        TestIntake intake = service.intake();
        TestUpload upload = sent(intake);

        List<Answer> answers =
                Race.among(50, i -> upload.complete("{'metadata':{'caller':%d}}".formatted(i)));

        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
        assertThat(answers).allMatch(a -> a.status() == 200 || a.status() == 201);
        assertThat(answers.stream().map(a -> a.text("id")).distinct()).hasSize(1);
        assertThat(answers.stream().map(a -> a.json().at("/metadata/caller").asInt()).distinct())
                .hasSize(1);
    }

    @Test
    void abort_against_completion_has_one_end() {
        TestIntake intake = service.intake();
        for (int i = 0; i < 10; i++) {
            TestUpload upload = intake.begin("race-" + i + ".bin", FILE.length);
            upload.send(1, FILE);
            List<Answer> ends =
                    Race.among(4, n -> n % 2 == 0 ? upload.complete("{}") : upload.abort());
            boolean aborted = ends.stream().anyMatch(a -> a.status() == 204);
            boolean completed = ends.stream().anyMatch(a -> a.status() == 201);
            assertThat(aborted != completed).as(ends.toString()).isTrue();
            assertThat(upload.status().text("state")).isEqualTo(aborted ? "aborted" : "completed");
        }
    }

    @Test
    void after_the_document_was_deleted_it_is_closed() {
        TestIntake intake = service.intake();
        TestUpload upload = sent(intake);
        Answer made = upload.complete("{}");
        String family = "/api/document-families/" + made.text("id");
        String url = service.management("GET", family + "/content/NATIVE", "").text("url");

        assertThat(service.management("DELETE", family, "").status()).isEqualTo(204);

        assertThat(service.management("GET", family, "").status()).isEqualTo(404);
        assertThat(service.management("DELETE", family, "").status()).isEqualTo(404);
        Answer again = upload.complete("{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("upload-closed");
        assertThat(service.get(url).status()).as("its bytes are gone").isEqualTo(404);
        TestUpload next = intake.begin("a.bin", FILE.length);
        next.send(1, FILE);
        assertThat(next.complete("{}").status()).as("its path is free").isEqualTo(201);
    }
}
