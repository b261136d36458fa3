package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static dev.penstock.server.support.Refusals.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.checksum.StreamingChecksum;
import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestForm;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files in a form: what becomes of one, of several, and of what comes with them.
class DirectUploadTest {
    private static final byte[] FILE = "one file".getBytes(UTF_8);

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

    private TestFamily made(TestForm form, String... query) {
        return TestFamily.made(intake, form.send(intake, query));
    }

    private static String crc64(byte[] bytes) {
        StreamingChecksum crc = ChecksumAlgorithm.CRC64NVME.newChecksum();
        crc.update(bytes, 0, bytes.length);
        return ChecksumAlgorithm.CRC64NVME.encode(crc.digest());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                (64 << 10) - 1,
                64 << 10,
                (64 << 10) + 1,
                5 * MIB - 1,
                5 * MIB,
                5 * MIB + 1,
                10 * MIB,
                11 * MIB
            })
    void a_file_of_any_size_is_read_back_as_it_was_sent(int size) {
        byte[] file = Bytes.of(size, size);

        TestFamily family = made(TestForm.of("a.bin", file));

        assertThat(family.bytes("NATIVE")).isEqualTo(file);
        assertThat(family.json().path("size").asLong()).isEqualTo(size);
        assertThat(family.content("NATIVE", "size").asLong()).isEqualTo(size);
        assertThat(family.content("NATIVE", "verified").asString()).isEqualTo("checksum");
        assertThat(family.content("NATIVE", "checksum/algorithm").asString())
                .isEqualTo("CRC64NVME");
        assertThat(family.content("NATIVE", "checksum/type").asString()).isEqualTo("FULL_OBJECT");
        assertThat(family.content("NATIVE", "checksum/value").asString()).isEqualTo(crc64(file));
        assertThat(family.texts("warnings", "code")).isEmpty();
    }

    @Test
    void a_document_has_the_file_and_its_container() {
        TestFamily family = made(TestForm.of("a.txt", FILE));

        assertThat(family.texts("contentObjects", "contentType"))
                .containsExactly("NATIVE", "DOCUMENT");
        assertThat(family.texts("contentObjects", "name")).containsExactly("a.txt", "a.kddb");
        assertThat(family.content("DOCUMENT", "sourceContentObjectId"))
                .isEqualTo(family.content("NATIVE", "id"));
        assertThat(family.content("DOCUMENT", "size").asInt())
                .isEqualTo(family.bytes("DOCUMENT").length);
        assertThat(family.got().json()).isEqualTo(family.json());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a.txt,a.txt",
                "C:\\x\\y.txt,y.txt",
                "in/there/z.txt,z.txt",
                "../../passwd,passwd",
                "日本 %22x%22.txt,日本 %22x%22.txt"
            })
    void the_last_segment_of_the_file_name_is_the_path(String fileName, String path) {
        TestFamily family = made(TestForm.of(fileName, FILE));

        assertThat(family.json().path("path").asString()).isEqualTo(path);
        assertThat(family.json().path("originalPath").asString()).isEqualTo(path);
    }

    @Test
    void a_path_may_be_a_field_before_or_behind_the_file_or_in_the_query() {
        TestFamily before = made(new TestForm().field("path", "in/1.txt").file("a.txt", FILE));
        TestFamily behind = made(TestForm.of("a.txt", FILE).field("path", "in/2.txt"));
        TestFamily query = made(TestForm.of("a.txt", FILE), "path", "in/3.txt");

        assertThat(List.of(before, behind, query))
                .extracting(f -> f.json().path("path").asString())
                .containsExactly("in/1.txt", "in/2.txt", "in/3.txt");
        assertThat(before.content("NATIVE", "name").asString()).isEqualTo("1.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a.txt", "a//b", "a/../b", "a/", "."})
    void a_wrong_path_is_refused(String path) {
        Answer answer = TestForm.of("a.txt", FILE).field("path", path).send(intake);
        refused(answer, 400, "invalid-parameter");
    }

    @Test
    void it_works_where_large_uploads_are_off_and_not_where_the_intake_is() {
        intake.set("'largeUploadEnabled':false");
        made(TestForm.of("a.txt", FILE));
        intake.set("'active':false");
        refused(service, 400, "intake-inactive", () -> TestForm.of("b.txt", FILE).send(intake));
    }

    @Test
    void several_files_become_a_list_where_the_intake_takes_them() {
        TestForm form =
                TestForm.of("a.txt", FILE)
                        .file("b.bin", Bytes.of(6 * MIB, 5))
                        .file("empty", new byte[0])
                        .field("metadata", "{'of':'all'}");
        refused(form.send(intake), 400, "multiple-files-not-allowed");
        intake.set("'allowMultipleFiles':true");

        Answer answer = form.send(intake);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().size()).isEqualTo(3);
        List<TestFamily> families =
                List.of(0, 1, 2).stream()
                        .map(i -> new TestFamily(service, answer.json().path(i)))
                        .toList();
        assertThat(families)
                .extracting(f -> f.json().path("path").asString())
                .containsExactly("a.txt", "b.bin", "empty");
        assertThat(families).allSatisfy(f -> assertThat(f.metadata()).isEqualTo("{'of':'all'}"));
        assertThat(families.get(1).bytes("NATIVE")).isEqualTo(Bytes.of(6 * MIB, 5));
    }

    @Test
    void one_path_is_not_for_several_files() {
        intake.set("'allowMultipleFiles':true");
        TestForm form = TestForm.of("a.txt", FILE).file("b.txt", FILE);
        refused(form.send(intake, "path", "c.txt"), 400, "invalid-parameter");
        refused(form.send(intake, "filename", "c.txt"), 400, "invalid-parameter");
    }

    @Test
    void a_file_larger_than_the_intake_takes_is_refused() {
        intake.set("'maxFileBytes':%d".formatted(6 * MIB));
        made(TestForm.of("a.bin", Bytes.of(6 * MIB, 1)));
        refused(TestForm.of("b.bin", Bytes.of(6 * MIB + 1, 1)).send(intake), 400, "file-too-large");
    }

    @Test
    void a_token_of_another_intake_is_out_of_its_scope() {
        Map<String, String> headers = Map.of("x-api-key", service.intake().token());
        refused(
                service,
                403,
                "token-out-of-scope",
                () -> TestForm.of("a.txt", FILE).send(intake, headers));
        refused(TestForm.of("a.txt", FILE).send(intake, Map.of()), 401, "unauthenticated");
    }

    @Test
    void a_platform_key_may_upload_too() {
        Answer answer =
                TestForm.of("a.txt", FILE)
                        .send(intake, Map.of("Authorization", "Bearer " + TestService.ADMIN));
        TestFamily.made(intake, answer);
    }
}
