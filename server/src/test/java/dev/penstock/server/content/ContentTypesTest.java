package dev.penstock.server.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What files are found to be.
@Timeout(60)
class ContentTypesTest {
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final ContentTypes types = new ContentTypes();

    @ParameterizedTest
    @CsvSource({
        "PDF, a.pdf, application/pdf",
        "PNG, a.png, image/png",
        "JPEG, a.jpg, image/jpeg",
        "GIF, a.gif, image/gif",
        "TIFF, a.tif, image/tiff",
        "WEBP, a.webp, image/webp",
        "BMP, a.bmp, image/bmp",
        "ZIP, a.zip, application/zip",
        "DOCX, a.docx, " + DOCX,
        "GZIP, a.gz, application/gzip",
        "BZIP2, a.bz2, application/x-bzip2",
        "XZ, a.xz, application/x-xz",
        "SEVEN_ZIP, a.7z, application/x-7z-compressed",
        "MP4, a.mp4, video/mp4",
        "MP3, a.mp3, audio/mpeg",
        "WAV, a.wav, audio/vnd.wave",
        "FLAC, a.flac, audio/x-flac",
        "HTML, a.html, text/html",
        "XML, a.xml, application/xml",
        "SVG, a.svg, image/svg+xml",
        "JSON, a.json, application/json",
        "TEXT, a.txt, text/plain",
        "CSV, a.csv, text/csv",
        "FASTQ, a.fastq, text/plain",
        "RTF, a.rtf, application/rtf",
        "LINUX_PROGRAM, a, application/x-executable",
        "SQLITE, a.sqlite, application/x-sqlite3",
        "SQLITE, a.kddb, application/x-sqlite3",
        "DICOM, a.dcm, application/dicom",
        "GZIP, a.bam, application/gzip",
        "OLE, a.doc, application/msword",
        "UNKNOWN, a.bin, application/octet-stream",
        "UNKNOWN, a.hpgl, application/vnd.hp-hpgl"
    })
    void a_file_is_what_its_bytes_and_then_its_name_say(Samples file, String name, String type) {
        assertThat(types.detect(file.bytes(), name)).isEqualTo(type);
        assertThat(types.detect(file.bytes(), "some folder/" + name)).isEqualTo(type);
        assertThat(types.detect(file.bytes(), "C:\\x\\" + name.toUpperCase(Locale.ROOT)))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, application/pdf",
        "PNG, image/png",
        "ZIP, application/zip",
        "DOCX, application/zip",
        "OLE, application/x-ole-storage",
        "HTML, text/html",
        "XML, application/xml",
        "JSON, text/plain",
        "TEXT, text/plain",
        "CSV, text/plain",
        "SQLITE, application/x-sqlite3",
        "UNKNOWN, application/octet-stream"
    })
    void the_bytes_alone_say_so_much(Samples file, String type) {
        assertThat(types.detect(file.bytes(), "")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOWS_PROGRAM, invoice.pdf",
        "LINUX_PROGRAM, invoice.pdf",
        "HTML, photo.png",
        "PNG, page.html",
        "ZIP, invoice.pdf",
        "TEXT, invoice.pdf",
        "UNKNOWN, invoice.pdf",
        "UNKNOWN, photo.jpg",
        "UNKNOWN, letter.docx",
        "UNKNOWN, table.csv",
        "UNKNOWN, page.html",
        "PDF, notes.txt",
        "SQLITE, table.csv"
    })
    void a_name_does_not_disguise_a_file(Samples file, String name) {
        assertThat(types.detect(file.bytes(), name)).isEqualTo(types.detect(file.bytes(), ""));
    }

    @Test
    void a_windows_program_is_one_under_any_name() {
        byte[] program = Samples.WINDOWS_PROGRAM.bytes();

        assertThat(types.detect(program, "invoice.pdf")).isEqualTo("application/x-msdownload");
        assertThat(types.detect(program, "setup.exe")).isEqualTo("application/x-dosexec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.txt", "a.pdf", "a.csv"})
    void nothing_is_found_in_no_bytes(String name) {
        assertThat(types.detect(new byte[0], name)).isEqualTo(ContentTypes.UNKNOWN);
    }

    @Test
    void a_buffer_is_read_from_position_to_limit_and_left_as_it_was() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(100);
        buffer.put(10, Samples.PNG.bytes()).position(10).limit(10 + Samples.PNG.bytes().length);

        assertThat(types.detect(buffer, "")).isEqualTo("image/png");
        assertThat(buffer.position()).isEqualTo(10);
        assertThat(buffer.limit()).isEqualTo(10 + Samples.PNG.bytes().length);
    }

    @ParameterizedTest
    @EnumSource
    void bytes_past_the_first_ones_change_nothing(Samples file) {
        byte[] first = Arrays.copyOf(file.bytes(), ContentTypes.FIRST_BYTES);
        byte[] more = Arrays.copyOf(first, 3 * ContentTypes.FIRST_BYTES);
        Arrays.fill(more, first.length, more.length, (byte) 'x');

        assertThat(types.detect(more, "")).isEqualTo(types.detect(first, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/x.php?a=b#c",
                "file:///etc/passwd",
                "a.txt#.pdf",
                "%00%ff.pdf",
                "\u0000\ud800.pdf",
                "::::",
                "....",
                "日本語",
                "/",
                "\\"
            })
    void a_hostile_name_is_only_a_name(String name) {
        assertThat(types.detect(Samples.TEXT.bytes(), name)).isEqualTo("text/plain");
        assertThat(types.detect(Samples.PNG.bytes(), name)).isEqualTo("image/png");
    }

    @Test
    void a_long_name_costs_no_time() {
        String name = "a.".repeat(500_000) + "csv";

        assertThat(types.detect(Samples.TEXT.bytes(), name)).isEqualTo("text/csv");
    }

    @Test
    void hostile_bytes_are_of_some_type_in_bounded_time() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Samples[] samples = Samples.values();
        for (int run = 0; run < 2000; run++) {
            byte[] bytes = mangled(samples[random.nextInt(samples.length)].bytes(), random);
            String name = name(random);
            long start = System.nanoTime();
            String type = types.detect(bytes, name);

            assertThat(type).as("seed %d, run %d", seed, run).matches("[a-z]+/[!-:<-~]+");
            assertThat(type).isEqualTo(types.detect(bytes, name)).isLowerCase();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d, run %d", seed, run)
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    /// What parsers, expressions and stacks stumble over.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"&y;&y;\">]><a>&x;",
                "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a>",
                "\n",
                " ",
                "{\"a\":",
                "[[[[",
                "From: a\n",
                "%!PS\n%AI5_FileFormat ",
                "PK\u0003\u0004",
                "/* "
            })
    void what_repeats_for_ever_costs_no_time(String piece) {
        byte[] bytes = piece.repeat(ContentTypes.FIRST_BYTES / piece.length() + 1).getBytes(UTF_8);
        types.detect(bytes, "a.xml");
        long start = System.nanoTime();
        types.detect(bytes, "a.xml");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    private static byte[] mangled(byte[] sample, Random random) {
        byte[] bytes = Arrays.copyOf(sample, random.nextInt(1, 1 << random.nextInt(1, 13)));
        for (int i = random.nextInt(8); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static String name(Random random) {
        String[] ends = {".pdf", ".docx", ".txt", "", ".", ".JPG", ".tar.gz", "/..", ".kddb"};
        var name = new StringBuilder();
        random.ints(random.nextInt(20), 0, 0x10000).forEach(c -> name.append((char) c));
        return name + ends[random.nextInt(ends.length)];
    }
}
