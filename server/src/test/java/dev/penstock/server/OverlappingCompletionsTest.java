package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.GatedStorage.Gate;
import dev.penstock.server.support.StorageBehindGate;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A completion that was overtaken by another of the same upload goes by what that one saved: it
/// neither says that the upload is lost nor touches the document's bytes.
class OverlappingCompletionsTest {
    private static final byte[] FIRST = Bytes.of(6 * MIB, 31);
    private static final byte[] SECOND = Bytes.of(7 * MIB, 32);

    @TempDir Path folder;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private StorageBehindGate storage;
    private TestService service;

    @BeforeEach
    void start() {
        storage = StorageBehindGate.in(folder.resolve("s3"));
        service = TestService.in(folder.resolve("service"), storage.settings());
    }

    @AfterEach
    void stop() {
        service.close();
        storage.close();
        calls.close();
    }

    @Test
    void a_call_whose_listing_comes_too_late_tells_the_document() throws Exception {
        TestUpload upload = service.intake().begin("late.bin", FIRST.length);
        upload.send(1, FIRST);
        Future<Answer> late = held(Gate.HOLD_LISTING, upload, "{}");
        Answer family = upload.complete("{}");
        assertThat(family.status()).as(family.text()).isEqualTo(201);
        storage.gate().set(Gate.OPEN);
        assertSameDocument(late, family);
    }

    @Test
    void a_call_whose_request_comes_too_late_leaves_the_document_its_bytes() throws Exception {
        TestUpload upload = ofUnknownLength(service.intake());
        String url = upload.urls("[1]").json().at("/parts/0/uploadUrl").asString();
        service.put(url, FIRST, Map.of());
        Future<Answer> late = held(Gate.HOLD_COMPLETION, upload, sized(FIRST));
        overtake(upload, url, late);
    }

    @Test
    void a_call_that_looks_too_late_leaves_the_document_its_bytes() throws Exception {
        TestUpload upload = ofUnknownLength(service.intake());
        String url = upload.urls("[1]").json().at("/parts/0/uploadUrl").asString();
        service.put(url, FIRST, Map.of());
        Future<Answer> cut = held(Gate.HOLD_COMPLETION, upload, sized(FIRST));
        storage.gate().drop();
        assertThat(cut.get(60, TimeUnit.SECONDS).code()).isEqualTo("storage-unavailable");
        overtake(upload, url, held(Gate.HOLD_HEAD, upload, "{}"));
    }

    /// Other bytes come in the part's place, and are completed while the late call is held and its
    /// lease is over.
    private void overtake(TestUpload upload, String url, Future<Answer> late) throws Exception {
        service.put(url, SECOND, Map.of());
        service.clock().advance(Duration.ofMinutes(1));
        Answer family = upload.complete(sized(SECOND));
        assertThat(family.status()).as(family.text()).isEqualTo(201);
        storage.gate().set(Gate.OPEN);
        assertSameDocument(late, family);
        String content = "/api/document-families/%s/content/NATIVE".formatted(family.text("id"));
        assertThat(service.get(service.management("GET", content, "").text("url")).body())
                .isEqualTo(SECOND);
    }

    private static String sized(byte[] file) {
        return "{'size':%d}".formatted(file.length);
    }

    private static TestUpload ofUnknownLength(TestIntake intake) {
        Answer begun =
                intake.post("/multipart-upload-request", "", "path", "s.bin", "contentType", "a/b");
        return new TestUpload(intake, begun.text("uploadId"), begun.text("s3Key"), begun);
    }

    /// Begins a completion that stands at the gate when this returns; later ones pass.
    private Future<Answer> held(Gate where, TestUpload upload, String body) {
        storage.gate().set(where);
        Future<Answer> call = calls.submit(() -> upload.complete(body));
        storage.gate().awaitHeld();
        storage.gate().letOthersPass();
        return call;
    }

    private static void assertSameDocument(Future<Answer> late, Answer family) throws Exception {
        Answer answer = late.get(60, TimeUnit.SECONDS);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text("id")).isEqualTo(family.text("id"));
    }
}
