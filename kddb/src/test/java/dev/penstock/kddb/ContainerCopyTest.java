package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContainerCopyTest {
    private static final Container OURS = Samples.full();
    private static final byte[] UPLOADED = ContainerWriter.write(Samples.EMPTY);

    @Test
    void values_are_ours() throws SQLException {
        byte[] copy = ContainerWriter.rewrite(UPLOADED, OURS);
        assertThat(ContainerReader.read(copy)).isEqualTo(Samples.opened(OURS));
        byte[] fresh = ContainerWriter.write(OURS);
        for (String value :
                List.of(
                        "SELECT metadata FROM metadata",
                        "SELECT obj FROM ed",
                        "SELECT obj FROM document_knowledge_features")) {
            assertThat(blob(copy, value)).as(value).isEqualTo(blob(fresh, value));
        }
    }

    @Test
    void uploaded_bytes_stay_and_the_same_input_gives_the_same_copy() {
        byte[] before = UPLOADED.clone();
        byte[] first = ContainerWriter.rewrite(UPLOADED, OURS);
        assertThat(ContainerWriter.rewrite(UPLOADED, OURS)).isEqualTo(first);
        assertThat(UPLOADED).isEqualTo(before);
    }

    @Test
    void nodes_other_tables_and_other_external_data_stay() throws SQLException {
        byte[] uploaded =
                changed(
                        UPLOADED,
                        """
                        INSERT INTO n_type VALUES (1, 'page');
                        INSERT INTO cn VALUES (1, 1, NULL, 0), (2, 1, 1, 0);
                        INSERT INTO ed VALUES ('other', x'81a16101');
                        CREATE TABLE steps (obj BLOB);
                        INSERT INTO steps VALUES (x'90');
                        """);
        byte[] copy = ContainerWriter.rewrite(uploaded, OURS);
        try (SqliteFile file = SqliteFile.of(copy)) {
            assertThat(file.texts("SELECT id || nt FROM cn")).containsExactly("11", "21");
            assertThat(file.texts("SELECT key FROM ed ORDER BY key"))
                    .containsExactly("default", "other");
            assertThat(file.texts("SELECT hex(obj) FROM ed WHERE key='other'"))
                    .containsExactly("81A16101");
            assertThat(file.texts("SELECT hex(obj) FROM steps")).containsExactly("90");
            assertThat(file.texts("PRAGMA integrity_check")).containsExactly("ok");
        }
    }

    @Test
    void features_of_the_file_stay_when_we_have_none() throws SQLException {
        byte[] copy = ContainerWriter.rewrite(ContainerWriter.write(OURS), Samples.EMPTY);
        assertThat(blob(copy, "SELECT obj FROM document_knowledge_features"))
                .isEqualTo(Blobs.knowledgeFeatures(OURS));
        assertThat(ContainerReader.read(copy)).isEqualTo(Samples.opened(Samples.EMPTY));
    }

    @Test
    void missing_tables_are_made() throws SQLException {
        byte[] uploaded =
                SqliteFile.container(ValuePacker.pack(Map.of("metadata", Map.of("a", 1))));
        byte[] copy = ContainerWriter.rewrite(uploaded, OURS);
        assertThat(blob(copy, "SELECT obj FROM ed WHERE key='default'"))
                .isEqualTo(Blobs.externalData(OURS));
        assertThat(blob(copy, "SELECT obj FROM document_knowledge_features WHERE rowid=1"))
                .isEqualTo(Blobs.knowledgeFeatures(OURS));
    }

    @Test
    void missing_rows_are_made() throws SQLException {
        byte[] uploaded =
                changed(UPLOADED, "DELETE FROM ed; DELETE FROM document_knowledge_features;");
        byte[] copy = ContainerWriter.rewrite(uploaded, OURS);
        assertThat(blob(copy, "SELECT obj FROM ed WHERE key='default'"))
                .isEqualTo(Blobs.externalData(OURS));
        assertThat(blob(copy, "SELECT obj FROM document_knowledge_features WHERE rowid=1"))
                .isEqualTo(Blobs.knowledgeFeatures(OURS));
    }

    @ParameterizedTest
    @CsvSource({"x'81a16101'", "NULL"})
    void external_data_without_keys_keeps_its_shape(String old) throws SQLException {
        byte[] uploaded =
                changed(
                        UPLOADED,
                        "DROP TABLE ed; CREATE TABLE ed (obj BLOB); INSERT INTO ed VALUES ("
                                + old
                                + ")");
        byte[] copy = ContainerWriter.rewrite(uploaded, OURS);
        assertThat(blob(copy, "SELECT obj FROM ed")).isEqualTo(Blobs.externalData(OURS));
        try (SqliteFile file = SqliteFile.of(copy)) {
            assertThat(file.texts("SELECT count(*) FROM ed")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "1.0.0, 1.0.0",
                "5.1.0, 5.1.0",
                "8.0.0, 8.0.0",
                "'', absent",
                "absent, absent",
                "six, 6.0.0"
            })
    void version_stays_since_the_library_migrates_by_it(
            @Nullable String uploaded, @Nullable String copied) throws SQLException {
        Map<String, @Nullable Object> blob = new LinkedHashMap<>();
        blob.put("metadata", Map.of());
        if (uploaded != null) {
            blob.put("version", uploaded);
        }
        byte[] copy = ContainerWriter.rewrite(SqliteFile.container(ValuePacker.pack(blob)), OURS);
        Map<String, @Nullable Object> values =
                ForeignMetadata.of(blob(copy, "SELECT metadata FROM metadata")).values();
        assertThat(values.get("version")).isEqualTo(copied);
        assertThat(values.containsKey("version")).isEqualTo(copied != null);
    }

    @Test
    void mixins_of_the_nodes_stay() throws SQLException {
        byte[] blob =
                ValuePacker.pack(
                        Map.of("metadata", Map.of(), "mixins", List.of("spatial", 7, "core")));
        byte[] copy = ContainerWriter.rewrite(SqliteFile.container(blob), OURS);
        assertThat(ForeignMetadata.of(blob(copy, "SELECT metadata FROM metadata")).mixins())
                .containsExactly("spatial", "core");
    }

    @Test
    void check_of_the_file_is_not_run() throws SQLException {
        byte[] uploaded =
                changed(
                        UPLOADED,
                        """
                        DROP TABLE ed;
                        CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB CHECK (length(obj) < 3));
                        """);
        assertThat(ContainerReader.read(ContainerWriter.rewrite(uploaded, OURS)))
                .isInstanceOf(ReadContainer.Opened.class);
    }

    @Test
    void what_is_unreadable_cannot_be_copied() throws SQLException {
        byte[] uploaded = changed(UPLOADED, "CREATE VIEW v AS SELECT 1");
        assertThatThrownBy(() -> ContainerWriter.rewrite(uploaded, OURS))
                .isInstanceOfSatisfying(
                        UnreadableContainerException.class,
                        e -> assertThat(e.reason()).isEqualTo("its schema has a view"));
    }

    @Test
    void column_that_must_not_be_null_prevents_the_copy() throws SQLException {
        byte[] uploaded =
                changed(
                        UPLOADED,
                        "DROP TABLE ed; CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB, more NOT NULL)");
        assertThat(ContainerReader.read(uploaded)).isInstanceOf(ReadContainer.Opened.class);
        assertThatThrownBy(() -> ContainerWriter.rewrite(uploaded, OURS))
                .isInstanceOf(UnreadableContainerException.class)
                .hasMessageContaining("SQLITE_CONSTRAINT_NOTNULL");
    }

    @Test
    void copy_of_a_file_in_write_ahead_log_mode_has_none() {
        byte[] uploaded = UPLOADED.clone();
        uploaded[18] = 2;
        uploaded[19] = 2;
        byte[] copy = ContainerWriter.rewrite(uploaded, OURS);
        assertThat(copy[18]).isEqualTo((byte) 1);
        assertThat(copy[19]).isEqualTo((byte) 1);
    }

    private static byte[] changed(byte[] container, String statements) throws SQLException {
        try (SqliteFile file = SqliteFile.of(container)) {
            return file.run(statements).bytes();
        }
    }

    private static byte[] blob(byte[] container, String query) throws SQLException {
        try (SqliteFile file = SqliteFile.of(container)) {
            return file.blob(query);
        }
    }
}
