package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that mean harm, or are damaged: nothing is thrown, nothing hangs, nothing in them runs.
@Timeout(60)
final class HostileContainerTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final int PAGE = 4096;
    private static final byte[] BLOB = ValuePacker.pack(Map.of("metadata", Map.of("a", 1)));
    private static final byte[] CONTAINER = ContainerWriter.write(Samples.full());

    static Stream<byte[]> noSqlite() {
        byte[] wrongVersion = CONTAINER.clone();
        wrongVersion[18] = 3;
        return Stream.of(
                new byte[0],
                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(CONTAINER, 16),
                Arrays.copyOf(CONTAINER, 99),
                Arrays.copyOf(CONTAINER, 100),
                Arrays.copyOf(CONTAINER, PAGE - 1),
                Arrays.copyOf(CONTAINER, PAGE),
                Arrays.copyOf(CONTAINER, 2 * PAGE),
                Arrays.copyOf(Arrays.copyOf(CONTAINER, 16), 4 * PAGE),
                wrongVersion);
    }

    @ParameterizedTest
    @MethodSource("noSqlite")
    void what_is_no_whole_sqlite_file_is_not_read(byte[] file) {
        assertThat(ContainerReader.read(file)).isInstanceOf(ReadContainer.Unreadable.class);
    }

    @Test
    void file_beyond_64_mib_is_not_looked_at() {
        assertThat(reason(Arrays.copyOf(CONTAINER, (64 << 20) + 1)))
                .isEqualTo("it is larger than 64 MiB");
    }

    @Test
    void file_of_64_mib_is_read() throws SQLException {
        byte[] file =
                SqliteFile.container(
                        BLOB,
                        "CREATE TABLE big (x)",
                        "INSERT INTO big VALUES (zeroblob(66000000))");
        assertThat(file.length).isBetween(62 << 20, 64 << 20);
        assertThat(ContainerReader.read(file)).isInstanceOf(ReadContainer.Opened.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TRIGGER t AFTER UPDATE ON metadata BEGIN DELETE FROM cn; END | its schema has a trigger",
                "CREATE TRIGGER t AFTER INSERT ON cn BEGIN DELETE FROM cn; END | its schema has a trigger",
                "CREATE VIEW v AS SELECT 1 | its schema has a view",
                "ALTER TABLE metadata RENAME TO m; CREATE VIEW metadata AS SELECT * FROM m | its schema has a view",
                "CREATE VIRTUAL TABLE v USING fts5(x) | its schema has a virtual table",
                "CREATE VIRTUAL TABLE v USING rtree(a, b, c) | its schema has a virtual table",
                "DROP TABLE metadata; CREATE VIRTUAL TABLE metadata USING fts5(id, body) | its schema has a virtual table",
                "ALTER TABLE cn ADD COLUMN g AS (nt + 1) | its schema has a generated column",
                "ALTER TABLE metadata ADD COLUMN g AS (zeroblob(1000000)) VIRTUAL | its schema has a generated column",
                "CREATE TABLE s (x, y AS (x) STORED) | its schema has a generated column",
                "CREATE INDEX i ON metadata(length(metadata)) | its schema has an index over an expression",
                "CREATE INDEX i ON metadata(id) WHERE length(metadata) > 3 | its schema has an index over an expression",
                "ALTER TABLE metadata ADD COLUMN d DEFAULT 7 | its tables are not those of a container",
                "CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB, d DEFAULT (instr('a', 'b'))) | its tables are not those of a container",
                "CREATE TABLE ed (key TEXT PRIMARY KEY, value BLOB) | its tables are not those of a container",
                "CREATE TABLE document_knowledge_features (x PRIMARY KEY, obj) WITHOUT ROWID | its tables are not those of a container",
                "DROP TABLE metadata; CREATE TABLE metadata (metadata BLOB) | it is a SQLite file, but no container",
            })
    void schema_that_could_run_something_is_not_read(String statement, String reason)
            throws SQLException {
        assertThat(reason(SqliteFile.container(BLOB, statement))).isEqualTo(reason);
    }

    /// The columns type, name and root page beside the text say "table"; SQLite goes by the text.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER UPDATE ON metadata BEGIN DELETE FROM cn; END",
                "CREATE VIEW v AS SELECT 1",
                "CREATE VIRTUAL TABLE v USING fts5(x)",
                "create/**/trigger t AFTER UPDATE ON metadata BEGIN DELETE FROM cn; END"
            })
    void entry_that_lies_about_its_type_is_not_read(String sql) throws SQLException {
        byte[] file =
                SqliteFile.container(
                        BLOB,
                        "CREATE TABLE t (x)",
                        "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql='%s' WHERE name='t'"
                                .formatted(sql.replace("'", "''")));
        assertThat(ContainerReader.read(file)).isInstanceOf(ReadContainer.Unreadable.class);
    }

    @Test
    void generated_column_behind_another_name_in_the_schema_is_found() throws SQLException {
        byte[] file =
                SqliteFile.container(
                        BLOB,
                        "CREATE TABLE t (x, y AS (x))",
                        "PRAGMA writable_schema=ON; UPDATE sqlite_master SET name='cnp', tbl_name='cnp' WHERE name='t'");
        assertThat(ContainerReader.read(file)).isInstanceOf(ReadContainer.Unreadable.class);
    }

    @Test
    void huge_schema_is_not_read() throws SQLException {
        String[] tables =
                IntStream.range(0, 600)
                        .mapToObj("CREATE TABLE t%d (x)"::formatted)
                        .toArray(String[]::new);
        assertThat(reason(SqliteFile.container(BLOB, tables)))
                .isEqualTo("its schema has more than 500 entries");
        String columns =
                "CREATE TABLE wide (c0"
                        + String.join(
                                "", IntStream.range(1, 1000).mapToObj(", c%d"::formatted).toList())
                        + ")";
        assertThat(ContainerReader.read(SqliteFile.container(BLOB, columns)))
                .isInstanceOf(ReadContainer.Unreadable.class);
    }

    @Test
    void large_value_is_measured_and_not_fetched() throws SQLException {
        assertThat(
                        reason(
                                SqliteFile.container(
                                        BLOB, "UPDATE metadata SET metadata=zeroblob(50000000)")))
                .isEqualTo("a value in it is larger than 16 MiB");
        assertThat(
                        reason(
                                SqliteFile.container(
                                        BLOB,
                                        "UPDATE metadata SET metadata=zeroblob(%d)"
                                                .formatted(ContainerLimits.BLOB_BYTES + 1))))
                .isEqualTo("a value in it is larger than 16 MiB");
    }

    @Test
    void statement_that_goes_on_is_ended() throws SQLException {
        byte[] file = SqliteFile.container(BLOB);
        assertThat(
                        catchThrowable(() ->
                                ForeignDatabase.open(
                                        file,
                                        Duration.ofMillis(200),
                                        (database, schema) ->
                                                database.rows(
                                                        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT max(x) FROM n",
                                                        row -> row.getInt(1)))))
                .isInstanceOf(UnreadableContainerException.class)
                .hasMessage("reading it took longer than 0 s");
    }

    /// A tree whose pages all point to the next page many times over has more rows than anybody can
    /// visit.
    @Test
    void tree_whose_pages_are_shared_does_not_hang() throws SQLException {
        byte[] metadata = SqliteFile.container(BLOB);
        for (int levels : List.of(3, 8, 15)) {
            assertBounded(withSharedPages(metadata, 2, levels), "levels " + levels);
        }
    }

    @Test
    void rows_without_end_are_searched_for_five_seconds() throws SQLException {
        byte[] file =
                SqliteFile.container(
                        BLOB,
                        "CREATE TABLE ed (key TEXT, obj BLOB)",
                        "INSERT INTO ed VALUES ('other', x'80')");
        int root = 6;
        try (SqliteFile made = SqliteFile.of(file)) {
            assertThat(made.texts("SELECT rootpage FROM sqlite_master WHERE name='ed'"))
                    .containsExactly(String.valueOf(root));
        }
        assertThat(ContainerReader.read(file)).isInstanceOf(ReadContainer.Opened.class);
        assertThat(reason(withSharedPages(file, root, 15)))
                .isEqualTo("reading it took longer than 5 s");
    }

    @Test
    void tree_that_contains_itself_does_not_hang() throws SQLException {
        byte[] file = SqliteFile.container(BLOB);
        for (int page = 1; page < file.length / PAGE; page++) {
            byte[] circle = file.clone();
            writeInteriorPage(circle, page, page + 1, page + 1);
            assertBounded(circle, "page " + (page + 1));
        }
    }

    @Test
    void overflow_chain_that_bites_its_tail_does_not_hang() throws SQLException {
        byte[] blob = ValuePacker.pack(Map.of("metadata", Map.of("a", "x".repeat(200_000))));
        byte[] file = SqliteFile.container(blob);
        for (int page = 6; page < file.length / PAGE; page++) {
            byte[] circle = file.clone();
            ByteBuffer.wrap(circle).putInt(page * PAGE, 6 + page % 3);
            assertBounded(circle, "page " + (page + 1));
        }
    }

    @Test
    void free_pages_that_are_in_use_do_not_harm_the_copy() throws SQLException {
        byte[] file = SqliteFile.container(BLOB);
        int pages = file.length / PAGE;
        for (int page = 2; page <= pages; page++) {
            byte[] free = file.clone();
            ByteBuffer.wrap(free).putInt(32, page).putInt(36, 1);
            assertBounded(free, "page " + page);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_files_never_throw_hang_or_give_other_types(long seed) throws SQLException {
        Random random = new Random(seed);
        List<byte[]> originals = originals();
        for (int round = 0; round < 200; round++) {
            byte[] file = damaged(originals.get(round % originals.size()), random);
            assertBounded(file, "seed " + seed + ", round " + round);
        }
    }

    private static List<byte[]> originals() throws SQLException {
        byte[] large =
                ValuePacker.pack(
                        Map.of("metadata", Map.of("a", "x".repeat(50_000)), "version", "6.0.0"));
        try (SqliteFile small = SqliteFile.empty()) {
            small.run("PRAGMA page_size=512; PRAGMA auto_vacuum=FULL;");
            small.run(SqliteFile.CONTAINER_TABLES);
            small.run("INSERT INTO metadata VALUES (1, ?)", large);
            return List.of(
                    CONTAINER,
                    SqliteFile.container(large, "CREATE TABLE ed (key TEXT PRIMARY KEY, obj BLOB)"),
                    small.bytes());
        }
    }

    /// One to twenty changes: a byte, a page over another, a pointer, a run of noise, or a cut.
    private static byte[] damaged(byte[] original, Random random) {
        byte[] file = original.clone();
        for (int i = random.nextInt(20); i >= 0; i--) {
            int at = random.nextInt(16, file.length - 4);
            switch (random.nextInt(6)) {
                case 0 -> file[at] = (byte) random.nextInt();
                case 1 -> file[random.nextInt(16, PAGE)] = (byte) random.nextInt();
                case 2 -> file[at / 512 * 512 + random.nextInt(12)] = (byte) random.nextInt(14);
                case 3 -> ByteBuffer.wrap(file).putInt(at, random.nextInt(file.length / 512 + 2));
                case 4 -> copyPage(file, random);
                case 5 -> noise(file, at, random);
                default -> throw new AssertionError();
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }

    private static void copyPage(byte[] file, Random random) {
        int from = random.nextInt(file.length / PAGE) * PAGE;
        int to = random.nextInt(file.length / PAGE) * PAGE;
        System.arraycopy(file, from, file, to, PAGE);
    }

    private static void noise(byte[] file, int at, Random random) {
        byte[] noise = new byte[Math.min(random.nextInt(1, 64), file.length - at)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, file, at, noise.length);
    }

    /// Reads and copies; whatever comes of it, in time and of JSON's types.
    private static void assertBounded(byte[] file, String which) {
        byte[] before = file.clone();
        long start = System.nanoTime();
        ReadContainer read = ContainerReader.read(file);
        byte @Nullable [] copy = copy(file);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(which).isLessThan(BOUND);
        assertThat(file).as(which).isEqualTo(before);
        if (read instanceof ReadContainer.Opened opened) {
            assertThat(ContainerValues.problem(opened.metadata())).as(which).isEmpty();
            opened.externalData()
                    .ifPresent(
                            data -> assertThat(ContainerValues.problem(data)).as(which).isEmpty());
        }
        if (copy != null) {
            assertThat(ContainerReader.read(copy))
                    .as(which)
                    .isEqualTo(ContainerReader.read(CONTAINER));
        }
    }

    private static byte @Nullable [] copy(byte[] file) {
        try {
            return ContainerWriter.rewrite(file, Samples.full());
        } catch (UnreadableContainerException e) {
            return null;
        }
    }

    /// The root of a table and then level after level, each page pointing to the next one from all
    /// of its cells; the last is what the root was.
    private static byte[] withSharedPages(byte[] original, int root, int levels) {
        byte[] file = Arrays.copyOf(original, original.length + (levels + 1) * PAGE);
        int pages = original.length / PAGE;
        ByteBuffer.wrap(file).putInt(28, file.length / PAGE);
        System.arraycopy(file, (root - 1) * PAGE, file, file.length - PAGE, PAGE);
        writeInteriorPage(file, root - 1, pages + 1, pages + 1);
        for (int level = 0; level < levels; level++) {
            int next = pages + level + 2;
            writeInteriorPage(file, next - 2, next, next);
        }
        return file;
    }

    /// A page of a table's tree that is no leaf, with 300 cells.
    ///
    /// @param index of the page, from zero
    private static void writeInteriorPage(byte[] file, int index, int child, int last) {
        int cells = 300;
        int start = index * PAGE;
        int content = PAGE - cells * 5;
        ByteBuffer page = ByteBuffer.wrap(file, start, PAGE).slice();
        page.put((byte) 5).putShort((short) 0).putShort((short) cells);
        page.putShort((short) content).put((byte) 0).putInt(last);
        for (int cell = 0; cell < cells; cell++) {
            page.putShort((short) (content + cell * 5));
        }
        for (int cell = 0; cell < cells; cell++) {
            page.putInt(content + cell * 5, child).put(content + cell * 5 + 4, (byte) 1);
        }
    }

    private static String reason(byte[] file) {
        return ((ReadContainer.Unreadable) ContainerReader.read(file)).reason();
    }
}
