package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is too much is refused when it is seen, and no byte is read after that.
@Timeout(60)
class FormLimitsTest {
    private static final FormLimits LOW = new FormLimits(ByteCount.bytes(2000), 100, 5, 200);

    @Test
    void a_declared_length_above_the_limit_is_refused_before_a_byte_is_read() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        assertThatThrownBy(() ->
                        FormData.of(
                                MadeForm.XYZ, (256L << 20) + 1, closed, FormLimits.DIRECT_UPLOAD))
                .satisfies(Problems.withCode(ProblemCode.DIRECT_UPLOAD_TOO_LARGE))
                .hasMessageContaining("at most 256 MiB in all");
    }

    @Test
    void a_body_is_read_no_further_than_one_buffer_past_its_limit() {
        FormLimits limits = new FormLimits(ByteCount.mebibytes(1), 100, 5, 200);
        var body = new Endless();
        FormData form = FormData.of(MadeForm.XYZ, -1, body, limits);

        assertThatThrownBy(() -> ReadPart.all(form))
                .satisfies(Problems.withCode(ProblemCode.DIRECT_UPLOAD_TOO_LARGE));
        assertThat(body.given).isBetween(1L << 20, (1L << 20) + (64 << 10));
    }

    @Test
    void a_body_of_just_the_limit_is_taken() {
        MadeForm form = MadeForm.of(List.of(ReadPart.file("f", "a", new byte[1000])));
        int length = form.body().length;

        assertThat(read(form, new FormLimits(ByteCount.bytes(length), 9, 9, 999))).hasSize(1);
        assertThatThrownBy(() -> read(form, new FormLimits(ByteCount.bytes(length - 1), 9, 9, 999)))
                .satisfies(Problems.withCode(ProblemCode.DIRECT_UPLOAD_TOO_LARGE));
    }

    @Test
    void what_follows_the_form_counts_as_well() {
        byte[] body = ("--xyz--\r\n" + "x".repeat(3000)).getBytes(US_ASCII);
        FormData form = FormData.of(MadeForm.XYZ, -1, new ByteArrayInputStream(body), LOW);

        assertThatThrownBy(form::next)
                .satisfies(Problems.withCode(ProblemCode.DIRECT_UPLOAD_TOO_LARGE));
    }

    @Test
    void the_fields_are_limited_together() {
        ReadPart half = ReadPart.field("a", "x".repeat(50));
        ReadPart more = ReadPart.field("b", "x".repeat(51));

        assertThat(read(MadeForm.of(List.of(half, half)), LOW)).hasSize(2);
        assertThatThrownBy(() -> read(MadeForm.of(List.of(half, more)), LOW))
                .satisfies(Problems.withCode(ProblemCode.BODY_TOO_LARGE))
                .hasMessageContaining("100 bytes together");
    }

    @Test
    void files_are_no_fields() {
        ReadPart file = ReadPart.file("f", "a.bin", new byte[500]);

        assertThat(read(MadeForm.of(List.of(file, ReadPart.field("a", "1"))), LOW)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void the_parts_are_counted(int parts) {
        MadeForm form = MadeForm.of(Collections.nCopies(parts, ReadPart.field("a", "1")));

        if (parts == 5) {
            assertThat(read(form, LOW)).hasSize(5);
        } else {
            assertThatThrownBy(() -> read(form, LOW))
                    .satisfies(Problems.withCode(ProblemCode.INVALID_BODY))
                    .hasMessageContaining("more than 5 parts");
        }
    }

    @Test
    void the_header_of_a_part_is_limited() {
        MadeForm form = MadeForm.of(List.of(ReadPart.field("a".repeat(300), "1")));

        assertThatThrownBy(() -> read(form, LOW))
                .satisfies(Problems.withCode(ProblemCode.INVALID_BODY))
                .hasMessageContaining("more than 200 bytes");
    }

    private static List<ReadPart> read(MadeForm form, FormLimits limits) {
        var body = new ByteArrayInputStream(form.body());
        return ReadPart.all(FormData.of(form.contentType(), -1, body, limits));
    }

    /// A file that never ends.
    private static final class Endless extends InputStream {
        private final byte[] beginning =
                "--xyz\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n"
                        .getBytes(US_ASCII);
        private long given;

        @Override
        public int read() {
            int at = (int) Math.min(given++, Integer.MAX_VALUE);
            return at < beginning.length ? beginning[at] : 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
