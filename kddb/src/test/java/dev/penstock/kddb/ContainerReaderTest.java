package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read of files that the library, or somebody else in good faith, may have made.
final class ContainerReaderTest {
    private static final byte[] BLOB = blob(Map.of("metadata", Map.of("a", 1)));
    private static final Map<String, @Nullable Object> A_1 = Map.of("a", 1);

    @Test
    void metadata_alone_is_enough() throws SQLException {
        assertThat(read(SqliteFile.container(BLOB))).isEqualTo(opened(A_1));
    }

    static Stream<Map<String, @Nullable Object>> accepted() {
        Map<String, @Nullable Object> nulls = new LinkedHashMap<>(A_1);
        for (String key : List.of("version", "source", "labels", "mixins", "uuid")) {
            nulls.put(key, null);
        }
        return Stream.of(
                nulls,
                Map.of("version", "1.0.0"),
                Map.of("version", "8.0.0"),
                Map.of("version", 6),
                Map.of("version", "", "unknown", List.of(1, Map.of())),
                Map.of("labels", "text", "mixins", 3));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void other_keys_of_the_blob_may_be_anything(Map<String, @Nullable Object> others)
            throws SQLException {
        Map<String, @Nullable Object> blob = new LinkedHashMap<>(others);
        blob.put("metadata", A_1);
        assertThat(read(SqliteFile.container(blob(blob)))).isEqualTo(opened(A_1));
    }

    @Test
    void metadata_that_is_null_is_empty() throws SQLException {
        Map<String, @Nullable Object> blob = new LinkedHashMap<>();
        blob.put("metadata", null);
        assertThat(read(SqliteFile.container(blob(blob)))).isEqualTo(opened(Map.of()));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("c0", null),
                Arguments.of("c3", true),
                Arguments.of("07", 7),
                Arguments.of("d1 ff00", -256),
                Arguments.of("ce ffffffff", 4294967295L),
                Arguments.of("cf 0000000000000005", 5),
                Arguments.of("cf 7fffffffffffffff", Long.MAX_VALUE),
                Arguments.of("cf ffffffffffffffff", Samples.LARGEST),
                Arguments.of("cf 8000000000000000", BigInteger.TWO.pow(63)),
                Arguments.of("d3 8000000000000000", Long.MIN_VALUE),
                Arguments.of("cb 3ff0000000000000", 1.0),
                Arguments.of("ca 3fc00000", 1.5),
                Arguments.of("d9 02 c3bc", "ü"),
                Arguments.of("db 00000001 61", "a"),
                Arguments.of("dd 00000001 90", List.of(List.of())),
                Arguments.of("df 00000001 a1 61 de 0000", Map.of("a", Map.of())),
                Arguments.of("82 a1 61 01 a1 61 02", Map.of("a", 2)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void every_json_type_comes_back_as_it_is(String hex, @Nullable Object value)
            throws SQLException {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("k", value);
        byte[] blob = bytes("81 a8 6d65746164617461 81 a1 6b " + hex);
        assertThat(read(SqliteFile.container(blob))).isEqualTo(opened(expected));
    }

    static Stream<Arguments> refusedValues() {
        return Stream.of(
                Arguments.of("c4 01 00", "a value in it is of a type that JSON does not have"),
                Arguments.of("d4 01 00", "a value in it is of a type that JSON does not have"),
                Arguments.of(
                        "d6 ff 00000000", "a value in it is of a type that JSON does not have"),
                Arguments.of(
                        "c9 7fffffff 01", "a value in it is of a type that JSON does not have"),
                Arguments.of("c6 7fffffff", "a value in it is of a type that JSON does not have"),
                Arguments.of("c1", "a value in it is no MessagePack"),
                Arguments.of("cb 7ff8000000000000", "a number in it is not finite"),
                Arguments.of("ca 7f800000", "a number in it is not finite"),
                Arguments.of("a1 ff", "a text in it is no UTF-8"),
                Arguments.of("a3 eda080", "a text in it is no UTF-8"),
                Arguments.of("81 01 01", "a map in it has a key that is no text"),
                Arguments.of("81 c4 01 61 01", "a map in it has a key that is no text"),
                Arguments.of("a5 61", "a value in it ends too early"),
                Arguments.of("db 7fffffff 61", "a value in it ends too early"),
                Arguments.of("db ffffffff 61", "a value in it is no MessagePack"),
                Arguments.of("dd 7fffffff 61", "a value in it ends too early"),
                Arguments.of("dd ffffffff 61", "a value in it is no MessagePack"),
                Arguments.of("df 7fffffff a1 61 01", "a value in it ends too early"),
                Arguments.of("92 01", "a value in it ends too early"),
                Arguments.of("81 a1 61", "a value in it ends too early"),
                Arguments.of("82 a1 61 01", "a value in it ends too early"),
                Arguments.of("cf 00", "a value in it is no MessagePack"),
                Arguments.of("01 01", "a value in it has bytes behind its end"),
                Arguments.of("91".repeat(64) + "01", "it is nested deeper than 64 levels"),
                Arguments.of("91".repeat(200_000) + "01", "it is nested deeper than 64 levels"),
                Arguments.of(
                        "dd 00061a81" + "c0".repeat(400_001), "it has more than 400,000 values"),
                Arguments.of(
                        "dd 000186a1" + "c0".repeat(100_001),
                        "its values are more or deeper than a container of ours has"));
    }

    @ParameterizedTest
    @MethodSource("refusedValues")
    void what_json_does_not_have_is_not_read(String hex, String reason) throws SQLException {
        byte[] inMetadata = bytes("81 a8 6d65746164617461 81 a1 6b " + hex);
        assertThat(read(SqliteFile.container(inMetadata))).isEqualTo(unreadable(reason));
        byte[] inExternalData = bytes("81 a1 6b 81 a1 6b " + hex);
        assertThat(
                        read(
                                SqliteFile.container(
                                        BLOB,
                                        "CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB)",
                                        insertExternalData("default", inExternalData))))
                .isEqualTo(unreadable(reason));
    }

    static Stream<Arguments> refusedBlobs() {
        return Stream.of(
                Arguments.of("", "a value in it ends too early"),
                Arguments.of("80", "it has no metadata"),
                Arguments.of("90", "its metadata blob is no map"),
                Arguments.of("c0", "its metadata blob is no map"),
                Arguments.of("81 a8 6d65746164617461 90", "its metadata is no map"),
                Arguments.of("81 a8 6d65746164617461 a1 61", "its metadata is no map"),
                Arguments.of(
                        "81 c4 08 6d65746164617461 80", "a map in it has a key that is no text"),
                Arguments.of(
                        "82 a8 6d65746164617461 80 a6 736f75726365 a1 61", "its source is no map"),
                Arguments.of(
                        "81 a8 6d65746164617461 80 00", "a value in it has bytes behind its end"),
                Arguments.of(
                        HexFormat.of()
                                .formatHex("{\"metadata\": {}}".getBytes(StandardCharsets.UTF_8)),
                        "a value in it has bytes behind its end"));
    }

    @ParameterizedTest
    @MethodSource("refusedBlobs")
    void blob_that_the_library_does_not_open_is_not_read(String hex, String reason)
            throws SQLException {
        assertThat(read(SqliteFile.container(bytes(hex)))).isEqualTo(unreadable(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE metadata SET metadata = '{\"version\": \"6.0.0\"}'",
                "UPDATE metadata SET metadata = 7",
                "UPDATE metadata SET metadata = CAST(metadata AS TEXT)"
            })
    void metadata_that_is_no_blob_is_not_read(String statement) throws SQLException {
        assertThat(read(SqliteFile.container(BLOB, statement)))
                .isEqualTo(unreadable("a value in it is no blob"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE metadata SET metadata = NULL", "DELETE FROM metadata"})
    void metadata_that_is_not_there_is_not_read(String statement) throws SQLException {
        assertThat(read(SqliteFile.container(BLOB, statement)))
                .isEqualTo(unreadable("it has no metadata"));
    }

    @Test
    void first_of_several_rows_counts() throws SQLException {
        assertThat(read(SqliteFile.container(BLOB, "INSERT INTO metadata VALUES (2, x'80')")))
                .isEqualTo(opened(A_1));
    }

    @Test
    void second_column_counts_whatever_its_name() throws SQLException {
        assertThat(
                        read(
                                SqliteFile.container(
                                        BLOB,
                                        "ALTER TABLE metadata RENAME COLUMN metadata TO \"a\"\"b\"",
                                        "ALTER TABLE metadata ADD COLUMN metadata")))
                .isEqualTo(opened(A_1));
    }

    static Stream<Arguments> externalData() {
        return Stream.of(
                Arguments.of(List.of(), Optional.empty()),
                Arguments.of(List.of("key TEXT PRIMARY KEY, obj BLOB"), Optional.empty()),
                Arguments.of(
                        List.of(
                                "key TEXT PRIMARY KEY, obj BLOB",
                                insertExternalData("other", bytes("81 a1 61 01"))),
                        Optional.empty()),
                Arguments.of(
                        List.of(
                                "key TEXT PRIMARY KEY, obj BLOB",
                                insertExternalData("default", bytes(""))),
                        Optional.empty()),
                Arguments.of(
                        List.of(
                                "key TEXT PRIMARY KEY, obj BLOB",
                                "INSERT INTO ed VALUES ('default', NULL)"),
                        Optional.empty()),
                Arguments.of(
                        List.of(
                                "key TEXT PRIMARY KEY, obj BLOB",
                                insertExternalData("default", bytes("81 a1 61 01"))),
                        Optional.of(A_1)),
                Arguments.of(
                        List.of("obj BLOB", "INSERT INTO ed VALUES (x'81a16101')"),
                        Optional.of(A_1)));
    }

    @ParameterizedTest
    @MethodSource("externalData")
    void external_data_is_what_is_under_default(
            List<String> statements, Optional<Map<String, @Nullable Object>> expected)
            throws SQLException {
        String[] all = statements.toArray(String[]::new);
        if (all.length > 0) {
            all[0] = "CREATE TABLE ed (" + all[0] + ")";
        }
        assertThat(read(SqliteFile.container(BLOB, all))).isEqualTo(opened(A_1, expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'{\"a\": 1}'", "x'90'", "x'a0'"})
    void external_data_that_is_no_map_is_not_read(String value) throws SQLException {
        assertThat(
                        read(
                                SqliteFile.container(
                                        BLOB,
                                        "CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB)",
                                        "INSERT INTO ed VALUES ('default', " + value + ")")))
                .isInstanceOf(ReadContainer.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 8192, 65536})
    void page_size_does_not_matter(int bytes) throws SQLException {
        try (SqliteFile file = SqliteFile.empty()) {
            file.run("PRAGMA page_size=" + bytes + ";" + SqliteFile.CONTAINER_TABLES);
            file.run("INSERT INTO metadata VALUES (1, ?)", BLOB);
            assertThat(read(file.bytes())).isEqualTo(opened(A_1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16le", "UTF-16be"})
    void encoding_does_not_matter(String encoding) throws SQLException {
        try (SqliteFile file = SqliteFile.empty()) {
            file.run("PRAGMA encoding='" + encoding + "';" + SqliteFile.CONTAINER_TABLES);
            file.run("INSERT INTO metadata VALUES (1, ?)", BLOB);
            file.run("CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB)");
            file.run(insertExternalData("default", BLOB));
            assertThat(read(file.bytes()))
                    .isEqualTo(opened(A_1, Optional.of(Map.of("metadata", A_1))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRAGMA user_version=7",
                "PRAGMA application_id=7",
                "CREATE TABLE steps (obj BLOB)",
                "CREATE TABLE \"a b\"\"c\" (x CHECK (x > 0), y DEFAULT (1 + 1))",
                "CREATE TABLE w (x PRIMARY KEY) WITHOUT ROWID",
                "CREATE TABLE au (x INTEGER PRIMARY KEY AUTOINCREMENT)",
                "CREATE INDEX partly ON cn(nt) WHERE nt > 3",
                "CREATE UNIQUE INDEX i ON metadata(metadata)",
                "ANALYZE"
            })
    void what_the_library_does_not_mind_is_read(String statement) throws SQLException {
        assertThat(read(SqliteFile.container(BLOB, statement))).isEqualTo(opened(A_1));
    }

    @Test
    void file_in_write_ahead_log_mode_is_read_and_left_as_it_is() throws SQLException {
        byte[] file = SqliteFile.container(BLOB);
        file[18] = 2;
        file[19] = 2;
        byte[] before = file.clone();
        assertThat(read(file)).isEqualTo(opened(A_1));
        assertThat(file).isEqualTo(before);
    }

    @Test
    void other_generation_is_told() throws SQLException {
        try (SqliteFile file = SqliteFile.empty()) {
            file.run("CREATE TABLE kddb_metadata (id INTEGER PRIMARY KEY, value BLOB)");
            assertThat(read(file.bytes()))
                    .isEqualTo(unreadable("it is a container of another generation"));
        }
    }

    @Test
    void sqlite_file_that_is_no_container_is_told() throws SQLException {
        try (SqliteFile file = SqliteFile.empty()) {
            file.run("CREATE TABLE places (url TEXT)");
            assertThat(read(file.bytes()))
                    .isEqualTo(unreadable("it is a SQLite file, but no container"));
        }
    }

    @Test
    void first_bytes_tell_what_could_be_a_container() throws SQLException {
        byte[] file = SqliteFile.container(BLOB);
        assertThat(ContainerReader.looksLikeContainer(Arrays.copyOf(file, 16))).isTrue();
        assertThat(ContainerReader.looksLikeContainer(Arrays.copyOf(file, 15))).isFalse();
        assertThat(ContainerReader.looksLikeContainer(new byte[0])).isFalse();
        assertThat(
                        ContainerReader.looksLikeContainer(
                                "%PDF-1.7\n123456789".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    private static ReadContainer read(byte[] file) {
        return ContainerReader.read(file);
    }

    private static ReadContainer opened(Map<String, @Nullable Object> metadata) {
        return opened(metadata, Optional.empty());
    }

    private static ReadContainer opened(
            Map<String, @Nullable Object> metadata,
            Optional<Map<String, @Nullable Object>> externalData) {
        return new ReadContainer.Opened(metadata, externalData, List.of(), Map.of());
    }

    private static ReadContainer unreadable(String reason) {
        return new ReadContainer.Unreadable(reason);
    }

    private static byte[] blob(Map<String, @Nullable Object> map) {
        return ValuePacker.pack(map);
    }

    private static String insertExternalData(String key, byte[] blob) {
        return "INSERT INTO ed VALUES ('%s', x'%s')".formatted(key, HexFormat.of().formatHex(blob));
    }

    private static byte[] bytes(String hex) {

        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
