package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Framing: the bytes that come out are those that went in, however they arrive, and nothing else
/// passes for a form.
@Timeout(60)
class FormDataTest {

    @Test
    void bytes_come_out_as_they_went_in_however_they_arrive() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 400; run++) {
            MadeForm form = MadeForm.random(random);
            byte[] body = form.body();

            List<ReadPart> read = ReadPart.all(form.contentType(), new Trickle(body, random));
            assertThat(read).as("seed %d, run %d", seed, run).isEqualTo(form.parts());
        }
    }

    @Test
    void a_large_file_passes_the_buffer_many_times() {
        var random = new Random(7);
        byte[] bytes = new byte[(3 << 20) + 17];
        random.nextBytes(bytes);
        MadeForm form = MadeForm.of(List.of(ReadPart.file("file", "a.bin", bytes)));

        assertThat(ReadPart.all(form.contentType(), new ByteArrayInputStream(form.body())))
                .isEqualTo(form.parts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "\r\n\r\n",
                "\r",
                "--",
                "\r\n--",
                "\r\n--x",
                "--xyz",
                "text without a line end",
                "text\r\n",
                "\r\n-",
                "\r\n--xy\r\n--x",
                "\n--xyz--\n",
                "\r--xyz\r\n"
            })
    void bytes_like_a_boundary_are_the_files_own(String text) {
        MadeForm form =
                MadeForm.of(List.of(ReadPart.file("file", "a.bin", text.getBytes(ISO_8859_1))));

        assertThat(ReadPart.all(form.contentType(), new ByteArrayInputStream(form.body())))
                .isEqualTo(form.parts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--xyz--", "--xyz--\r\n", "preamble\r\n--xyz--\r\nepilogue"})
    void a_form_may_be_empty(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void what_is_before_and_after_the_form_is_passed_over() throws IOException {
        String part = field("a", "1");
        var body =
                new ByteArrayInputStream(
                        ("pre\r\namble\r\n" + part + "--xyz--\r\nepi\r\nlogue").getBytes(UTF_8));

        assertThat(ReadPart.all(MadeForm.XYZ, body)).containsExactly(ReadPart.field("a", "1"));
        assertThat(body.read()).as("left of the body").isEqualTo(-1);
    }

    @Test
    void a_form_that_is_cut_anywhere_is_refused() {
        String whole = field("a", "1") + file("b.txt", "text") + "--xyz--";
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(cut))
                    .as("cut to %d", cut.length())
                    .satisfies(Problems.withCode(ProblemCode.INVALID_BODY));
        }
        assertThat(read(whole)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--xyzz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyz--",
                "--xyz\r\nno colon\r\n\r\n1\r\n--xyz--",
                "--xyz\r\n\r\n1\r\n\r\n\r\n--xyz--",
                "--xyz\r\nContent-Type: text/plain\r\n\r\n1\r\n--xyz--",
                "{\"json\": true}",
                ""
            })
    void what_is_no_form_is_refused(String body) {
        assertThatThrownBy(() -> read(body)).satisfies(Problems.withCode(ProblemCode.INVALID_BODY));
    }

    @Test
    void a_file_that_was_not_read_is_not_lost_in_silence() {
        FormData form =
                FormData.of(
                        MadeForm.XYZ,
                        -1,
                        new ByteArrayInputStream((file("a", "1") + "--xyz--").getBytes(UTF_8)),
                        FormLimits.DIRECT_UPLOAD);

        assertThat(form.next()).isPresent();
        assertThatThrownBy(form::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_connection_that_fails_is_no_malformed_form() {
        for (int length : new int[] {0, 10, 60, 90}) {
            byte[] begun = (file("a.txt", "some text") + "--xyz--").getBytes(UTF_8);
            InputStream failing = new FailingAfter(begun, length);
            assertThatThrownBy(() -> ReadPart.all(MadeForm.XYZ, failing))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("connection reset");
        }
    }

    private static List<ReadPart> read(String body) {
        return ReadPart.all(MadeForm.XYZ, new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static String field(String name, String text) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, text);
    }

    private static String file(String fileName, String text) {
        return """
        --xyz
        Content-Disposition: form-data; name="file"; filename="%s"
        Content-Type: text/plain

        %s
        """
                .formatted(fileName, text)
                .replace("\n", "\r\n");
    }

    /// A few bytes at a time, as networks give them.
    private static final class Trickle extends InputStream {
        private final InputStream bytes;
        private final Random random;
        private final int most;

        Trickle(byte[] bytes, Random random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
            this.most = 1 << random.nextInt(1, 17);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return bytes.read(into, offset, Math.min(length, random.nextInt(1, most + 1)));
        }
    }

    /// A connection that breaks.
    private static final class FailingAfter extends InputStream {
        private final InputStream bytes;

        FailingAfter(byte[] bytes, int length) {
            this.bytes = new ByteArrayInputStream(bytes, 0, length);
        }

        @Override
        public int read() throws IOException {
            int next = bytes.read();
            if (next < 0) {
                throw new IOException("connection reset");
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = bytes.read(into, offset, length);
            if (read < 0) {
                throw new IOException("connection reset");
            }
            return read;
        }
    }
}
