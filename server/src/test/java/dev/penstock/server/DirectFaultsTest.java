package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.BucketContents;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.Eventually;
import dev.penstock.server.support.StorageThatMisbehaves;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestForm;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.testkit.misbehaving.Catalogue;
import dev.penstock.testkit.misbehaving.Fault;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Operation;
import dev.penstock.testkit.misbehaving.Plan;
import dev.penstock.testkit.misbehaving.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A direct upload under every habit of a storage ends as the document of the bytes that were sent,
/// or as a failure to be repeated that leaves nothing.
@Tag("proof")
class DirectFaultsTest {
    private static final byte[] SMALL = Bytes.of(1000, 71);
    private static final byte[] LARGE = Bytes.of(11 * MIB, 72);

    @TempDir static Path folder;
    private static MisbehavingStorage storage;
    private static BucketContents bucket;
    private static TestService service;

    @BeforeAll
    static void start() {
        storage = MisbehavingStorage.start(Plan.calm());
        bucket = new BucketContents(storage.behind());
        service = TestService.in(folder, StorageThatMisbehaves.impatient(storage));
    }

    @AfterAll
    static void stop() {
        service.close();
        bucket.close();
        storage.close();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        Operation.PUT_OBJECT,
                        Operation.CREATE_MULTIPART_UPLOAD,
                        Operation.UPLOAD_PART,
                        Operation.COMPLETE_MULTIPART_UPLOAD,
                        Operation.HEAD_OBJECT,
                        Operation.GET_OBJECT)
                .flatMap(operation ->
                        Catalogue.faults().stream()
                                .filter(f -> f.operations().contains(operation))
                                .map(f -> Arguments.of(operation, f.fault())));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void it_is_the_right_document_or_none(Operation operation, Fault fault) {
        TestIntake intake = service.intake();
        byte[] file = operation == Operation.PUT_OBJECT ? SMALL : LARGE;
        storage.play(Rule.of(fault).on(operation).keyContaining(intake.id()));

        Answer answer = TestForm.of("a.bin", file).send(intake);
        storage.calm();

        assertThat(answer.status()).as(answer.text()).isIn(201, 503);
        if (answer.status() == 503) {
            assertThat(answer.code()).isEqualTo("storage-unavailable");
            assertThat(intake.uploads()).doesNotContain("\"receiving\"");
            Eventually.holds(() -> objects(intake).isEmpty() && bucket.unfinished().isEmpty());
            answer = TestForm.of("a.bin", file).send(intake);
        }
        TestFamily family = TestFamily.made(intake, answer);
        assertThat(family.bytes("NATIVE")).isEqualTo(file);
        family.container();
        Eventually.holds(() -> objects(intake).size() == 2 && bucket.unfinished().isEmpty());
    }

    private static List<String> objects(TestIntake intake) {
        return bucket.objects().stream().filter(key -> key.contains(intake.id())).toList();
    }
}
