package dev.penstock.testkit.misbehaving.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final Head CHUNKED =
            new Head("PUT / HTTP/1.1", List.of()).with("transfer-encoding", "Chunked");

    @Test
    void chunked_body_ends_where_it_ends_and_keeps_its_form() throws IOException {
        String body = "5;a=b\r\n01\r\n4\r\n1A\r\n" + "x".repeat(26) + "\r\n0\r\nT: 1\r\n\r\n";
        InputStream in = stream(body + "NEXT");

        assertThat(Body.ofRequest(CHUNKED, in).bytes().readAllBytes())
                .asString(ISO_8859_1)
                .isEqualTo(body);
        assertThat(in.readAllBytes()).asString(ISO_8859_1).isEqualTo("NEXT");
    }

    @Test
    void chunked_body_that_is_cut_is_no_body() throws IOException {
        InputStream bytes = Body.ofRequest(CHUNKED, stream("5\r\n01")).bytes();

        assertThatThrownBy(bytes::readAllBytes).isInstanceOf(EOFException.class);
    }

    @Test
    void counted_body_leaves_the_rest() throws IOException {
        InputStream in = stream("abcNEXT");
        Head head = new Head("PUT / HTTP/1.1", List.of()).with("Content-Length", "3");

        assertThat(Body.ofRequest(head, in).bytes().readAllBytes())
                .asString(ISO_8859_1)
                .isEqualTo("abc");
        assertThat(in.readAllBytes()).asString(ISO_8859_1).isEqualTo("NEXT");
    }

    @Test
    void answer_to_head_has_no_body_and_one_without_length_ends_with_the_connection()
            throws IOException {
        Head answer = new Head("HTTP/1.1 200 OK", List.of());

        assertThat(Body.ofAnswer(answer.with("Content-Length", "9"), "HEAD", stream("x")).length())
                .hasValue(0);
        assertThat(Body.ofAnswer(answer, "GET", stream("x")).isDelimited()).isFalse();
        assertThat(Body.ofAnswer(answer, "GET", stream("x")).bytes().readAllBytes()).hasSize(1);
    }

    @Test
    void zeros_begin_where_the_body_ends_early() throws IOException {
        AtomicInteger cuts = new AtomicInteger();
        ZeroFilledBytes bytes = new ZeroFilledBytes(stream("abc"), 5, 10, cuts::incrementAndGet);

        assertThat(bytes.readAllBytes()).asString(ISO_8859_1).isEqualTo("abc\0\0\0\0\0\0\0");
        assertThat(cuts).hasValue(1);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }
}
