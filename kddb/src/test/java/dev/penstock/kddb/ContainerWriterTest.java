package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContainerWriterTest {
    private static final byte[] FULL = ContainerWriter.write(Samples.full());

    @Test
    void same_input_gives_the_same_bytes() {
        assertThat(ContainerWriter.write(Samples.full())).isEqualTo(FULL);
    }

    @Test
    void what_is_written_is_read_back() {
        assertThat(ContainerReader.read(FULL)).isEqualTo(Samples.opened(Samples.full()));
        var opened = (ReadContainer.Opened) ContainerReader.read(FULL);
        assertThat(opened.metadata().keySet())
                .containsExactlyElementsOf(Samples.metadata().keySet());
    }

    @Test
    void empty_container_has_empty_maps() {
        assertThat(ContainerReader.read(ContainerWriter.write(Samples.EMPTY)))
                .isEqualTo(Samples.opened(Samples.EMPTY));
    }

    @Test
    void size_does_not_depend_on_the_document() {
        assertThat(FULL).hasSize(19 * 4096);
        assertThat(ContainerWriter.write(Samples.EMPTY)).hasSize(19 * 4096);
    }

    @Test
    void file_has_no_write_ahead_log_and_the_page_size_of_the_library() {
        assertThat(FULL[18]).isEqualTo((byte) 1);
        assertThat(FULL[19]).isEqualTo((byte) 1);
        assertThat(FULL[16] << 8 | FULL[17]).isEqualTo(4096);
        assertThat(ContainerReader.looksLikeContainer(FULL)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "application_id, 0",
        "user_version, 0",
        "auto_vacuum, 0",
        "encoding, UTF-8",
        "integrity_check, ok",
        "foreign_key_check, ",
    })
    void file_is_set_as_the_library_sets_it(String pragma, String value) throws SQLException {
        try (SqliteFile file = SqliteFile.of(FULL)) {
            assertThat(file.texts("PRAGMA " + pragma))
                    .isEqualTo(value == null ? List.of() : List.of(value));
        }
    }

    @Test
    void there_are_ten_tables_and_seven_indices_and_no_node() throws SQLException {
        try (SqliteFile file = SqliteFile.of(FULL)) {
            assertThat(
                            file.texts(
                                    "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name"))
                    .containsExactly(
                            "cn",
                            "cnp",
                            "content_exceptions",
                            "document_knowledge_features",
                            "ed",
                            "f_type",
                            "ft",
                            "metadata",
                            "model_insights",
                            "n_type");
            assertThat(
                            file.texts(
                                    "SELECT name FROM sqlite_master WHERE type='index' AND sql IS NOT NULL ORDER BY name"))
                    .containsExactly(
                            "cn_perf",
                            "cn_perf2",
                            "cnp_perf",
                            "f_perf",
                            "f_perf2",
                            "f_type_uk",
                            "n_type_uk");
            assertThat(
                            file.texts(
                                    "SELECT type FROM sqlite_master WHERE type NOT IN ('table', 'index')"))
                    .isEmpty();
            assertThat(file.texts("SELECT count(*) FROM cn")).containsExactly("0");
            assertThat(
                            file.texts(
                                    "SELECT name FROM pragma_table_info('content_exceptions') WHERE \"notnull\""))
                    .isEmpty();
            assertThat(file.texts("SELECT name FROM pragma_table_info('content_exceptions')"))
                    .contains("exception_type_id");
        }
    }

    @Test
    void metadata_is_one_blob_that_begins_with_the_version() throws SQLException {
        try (SqliteFile file = SqliteFile.of(FULL)) {
            assertThat(file.texts("SELECT typeof(metadata) FROM metadata")).containsExactly("blob");
            assertThat(file.blob("SELECT metadata FROM metadata"))
                    .startsWith(
                            hex(
                                    "86 a7",
                                    "version",
                                    "a5",
                                    "6.0.0",
                                    "a8",
                                    "metadata",
                                    "8c a8",
                                    "customer"));
        }
    }

    @Test
    void blob_says_where_the_document_is() throws SQLException {
        assertThat(blob(FULL))
                .containsOnlyKeys("version", "metadata", "source", "mixins", "labels", "uuid")
                .containsEntry("version", "6.0.0")
                .containsEntry("mixins", List.of())
                .containsEntry("labels", List.of("INVOICE", "ÜBER"))
                .containsEntry("uuid", "11111111-1111-4111-8111-111111111111")
                .containsEntry(
                        "source",
                        Map.ofEntries(
                                Map.entry("original_filename", "a.pdf"),
                                Map.entry("original_path", "in/a.pdf"),
                                Map.entry("checksum", "crc64nvme:AAAAAAAAAAA="),
                                Map.entry("created", "2026-01-02T03:04:05Z"),
                                Map.entry("connector", "document-store"),
                                Map.entry("mime_type", "application/pdf"),
                                Map.entry("document_family_id", Samples.FAMILY.toString()),
                                Map.entry("originalFilename", "a.pdf"),
                                Map.entry("originalPath", "in/a.pdf"),
                                Map.entry("mimeType", "application/pdf"),
                                Map.entry(
                                        "headers",
                                        Map.of(
                                                "ref",
                                                "acme/invoices",
                                                "family",
                                                Samples.FAMILY.toString(),
                                                "id",
                                                Samples.NATIVE.toString(),
                                                "document_version",
                                                "2026-01"))));
    }

    @Test
    void what_is_unknown_of_the_source_is_left_out() throws SQLException {
        assertThat(blob(ContainerWriter.write(Samples.EMPTY)).get("source"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .doesNotContainKey("checksum")
                .doesNotContainValue(null)
                .extractingByKey("headers")
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsOnlyKeys("ref", "family", "id");
    }

    @Test
    void external_data_is_one_row_under_the_key_default() throws SQLException {
        Container container = Samples.with(Map.of(), Map.of("order", Map.of("n", 7)));
        try (SqliteFile file = SqliteFile.of(ContainerWriter.write(container))) {
            assertThat(file.texts("SELECT key FROM ed")).containsExactly("default");
            assertThat(file.blob("SELECT obj FROM ed"))
                    .isEqualTo(hex("81 a5", "order", "81 a1", "n", "07"));
        }
    }

    @Test
    void features_are_one_row_with_references() throws SQLException {
        try (SqliteFile file = SqliteFile.of(FULL)) {
            assertThat(
                            ValueUnpacker.unpack(
                                    file.blob(
                                            "SELECT obj FROM document_knowledge_features WHERE rowid=1"),
                                    100,
                                    5))
                    .isEqualTo(
                            List.of(
                                    Map.of("knowledgeFeatureRef", "f1", "properties", Map.of()),
                                    Map.of("knowledgeFeatureRef", "f2", "properties", Map.of())));
        }
        try (SqliteFile file = SqliteFile.of(ContainerWriter.write(Samples.EMPTY))) {
            assertThat(file.blob("SELECT obj FROM document_knowledge_features"))
                    .isEqualTo(hex("90"));
        }
    }

    private static Map<String, @Nullable Object> blob(byte[] container) throws SQLException {
        try (SqliteFile file = SqliteFile.of(container)) {
            return ForeignMetadata.of(file.blob("SELECT metadata FROM metadata")).values();
        }
    }

    /// Bytes in hexadecimal and text, by turns.
    private static byte[] hex(String... parts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            all.append(
                    i % 2 == 0
                            ? parts[i].replace(" ", "")
                            : HexFormat.of().formatHex(parts[i].getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().parseHex(all);
    }
}
