package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.Eventually;
import dev.penstock.server.support.StorageThatMisbehaves;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import dev.penstock.testkit.misbehaving.Catalogue;
import dev.penstock.testkit.misbehaving.Fault;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Operation;
import dev.penstock.testkit.misbehaving.Plan;
import dev.penstock.testkit.misbehaving.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A completion under every habit of a storage ends as one document with the bytes that were sent.
@Tag("proof")
class FaultyStorageTest {
    private static final byte[] FILE = Bytes.of(6 * MIB, 23);

    private static final String SAID = "{'metadata':{'case':17}}";

    @TempDir static Path folder;
    private static MisbehavingStorage storage;
    private static TestService service;

    @BeforeAll
    static void start() {
        storage = MisbehavingStorage.start(Plan.calm());
        service =
                TestService.in(
                        folder,
                        StorageThatMisbehaves.settings(
                                storage,
                                "PENSTOCK_LEASE",
                                "PT2S",
                                "PENSTOCK_CLEANUP_INTERVAL",
                                "PT1S"));
    }

    @AfterAll
    static void stop() {
        service.close();
        storage.close();
    }

    static Stream<Fault> ofCompletion() {
        return faultsOn(Operation.COMPLETE_MULTIPART_UPLOAD);
    }

    static Stream<Fault> ofHead() {
        return faultsOn(Operation.HEAD_OBJECT);
    }

    static Stream<Fault> ofListing() {
        return faultsOn(Operation.LIST_PARTS);
    }

    private static Stream<Fault> faultsOn(Operation operation) {
        return Catalogue.faults().stream()
                .filter(f -> f.operations().contains(operation))
                .map(f -> f.fault());
    }

    @ParameterizedTest
    @MethodSource("ofCompletion")
    void a_fault_of_the_completion_leaves_one_document(Fault fault) {
        completeUnder(Rule.of(fault).on(Operation.COMPLETE_MULTIPART_UPLOAD), fault);
    }

    @ParameterizedTest
    @MethodSource("ofHead")
    void a_fault_of_the_look_leaves_one_document(Fault fault) {
        completeUnder(Rule.of(fault).on(Operation.HEAD_OBJECT), fault);
    }

    @ParameterizedTest
    @MethodSource("ofListing")
    void a_fault_of_the_listing_leaves_one_document(Fault fault) {
        completeUnder(Rule.of(fault).on(Operation.LIST_PARTS), fault);
    }

    private static void completeUnder(Rule rule, Fault fault) {
        TestIntake intake = service.intake();
        TestUpload upload = intake.begin("a.bin", FILE.length);
        upload.send(1, FILE);
        int before = storage.played().size();
        storage.play(rule.keyContaining(upload.id()));
        Answer answer = upload.complete(SAID);
        for (int i = 0; i < 100 && isToBeRepeated(answer); i++) {
            Eventually.passes(200);
            if (fault == Fault.DROPPED_UPLOAD) {
                service.clock().advance(Duration.ofSeconds(10));
            }
            answer = upload.complete(SAID);
        }
        storage.calm();
        if (fault == Fault.DROPPED_UPLOAD) {
            assertThat(answer.code()).as(answer.text()).isIn("upload-lost", "upload-closed");
            assertThat(upload.status().text("problem")).isEqualTo("upload-lost");
            return;
        }
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        assertThat(storage.played()).as("the fault was played").hasSizeGreaterThan(before);
        assertThat(answer.json().at("/metadata/case").asInt()).isEqualTo(17);
        String family = "/api/document-families/%s/content/NATIVE".formatted(answer.text("id"));
        assertThat(service.get(service.management("GET", family, "").text("url")).body())
                .isEqualTo(FILE);
        assertThat(upload.complete("{}").text("id")).isEqualTo(answer.text("id"));
    }

    /// A listing that lags shows a part less: the caller sends it again or looks again.
    private static boolean isToBeRepeated(Answer answer) {
        return answer.status() == 503
                || (answer.status() == 409 && answer.code().equals("upload-incomplete"));
    }

    @Test
    void an_upload_that_the_storage_dropped_is_lost() {
        TestUpload upload = service.intake().begin("lost.bin", FILE.length);
        upload.send(1, FILE);
        storage.play(Rule.of(Fault.DROPPED_UPLOAD).keyContaining(upload.id()));

        Eventually.holds(() -> upload.status().text("state").equals("failed"));

        assertThat(upload.status().text("problem")).isEqualTo("upload-lost");
        Answer late = upload.complete("{}");
        assertThat(late.code()).isEqualTo("upload-closed");
        assertThat(late.text("problem")).isEqualTo("upload-lost");
    }

    @Test
    void nobody_has_to_call_again() {
        TestUpload upload = service.intake().begin("once.bin", FILE.length);
        upload.send(1, FILE);
        storage.play(
                Rule.of(Fault.RESET_BEFORE)
                        .on(Operation.COMPLETE_MULTIPART_UPLOAD)
                        .keyContaining(upload.id()));
        assertThat(upload.complete("{'metadata':{'case':18}}").code())
                .isEqualTo("storage-unavailable");

        Eventually.holds(() -> upload.status().text("state").equals("completed"));

        Answer family = upload.complete("{}");
        assertThat(family.status()).isEqualTo(200);
        assertThat(family.json().at("/metadata/case").asInt()).isEqualTo(18);
    }
}
