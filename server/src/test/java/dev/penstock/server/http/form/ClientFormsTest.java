package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.problem.ProblemCode;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms as real clients write them.
class ClientFormsTest {

    @Test
    void curl() {
        String body =
                """
                --------------------------d74496d66958873e
                Content-Disposition: form-data; name="metadata"

                {"customer":"Grün"}
                --------------------------d74496d66958873e
                Content-Disposition: form-data; name="file"; filename="scan.pdf"
                Content-Type: application/pdf

                %PDF-1.7
                --------------------------d74496d66958873e--
                """;

        assertThat(read("------------------------d74496d66958873e", body))
                .containsExactly(
                        ReadPart.field("metadata", "{\"customer\":\"Grün\"}"),
                        file("scan.pdf", "application/pdf", "%PDF-1.7"));
    }

    /// `curl -F 'metadata={…};type=application/json'`: a type alone makes no file.
    @Test
    void a_field_may_declare_its_type() {
        String body =
                """
                --b
                Content-Disposition: form-data; name="metadata"
                Content-Type: application/json; charset=utf-8

                {}
                --b--
                """;

        assertThat(read("b", body)).containsExactly(ReadPart.field("metadata", "{}"));
    }

    @Test
    void a_browser() {
        String body =
                """
                ------WebKitFormBoundary7MA4YWxkTrZu0gW
                Content-Disposition: form-data; name="path"

                a/b.txt
                ------WebKitFormBoundary7MA4YWxkTrZu0gW
                Content-Disposition: form-data; name="file"; filename="日本語 %22x%22.txt"
                Content-Type: text/plain

                1
                2
                ------WebKitFormBoundary7MA4YWxkTrZu0gW
                Content-Disposition: form-data; name="other"; filename=""
                Content-Type: application/octet-stream


                ------WebKitFormBoundary7MA4YWxkTrZu0gW--
                """;

        assertThat(read("----WebKitFormBoundary7MA4YWxkTrZu0gW", body))
                .containsExactly(
                        ReadPart.field("path", "a/b.txt"),
                        file("日本語 %22x%22.txt", "text/plain", "1\r\n2"),
                        new ReadPart(
                                "other",
                                Optional.empty(),
                                Optional.of("application/octet-stream"),
                                ""));
    }

    /// Neither types for fields nor one for a file whose extension says nothing.
    @Test
    void python_requests() {
        String body =
                """
                --b1946ac92492d2347c6235b4d2611184
                Content-Disposition: form-data; name="labels"

                urgent, new
                --b1946ac92492d2347c6235b4d2611184
                Content-Disposition: form-data; name="file"; filename*=utf-8''Gr%C3%BCn%20%26%20co.bin

                x
                --b1946ac92492d2347c6235b4d2611184--
                """;

        assertThat(read("b1946ac92492d2347c6235b4d2611184", body))
                .containsExactly(
                        ReadPart.field("labels", "urgent, new"),
                        new ReadPart("file", Optional.of("Grün & co.bin"), Optional.empty(), "x"));
    }

    @Test
    void undici() {
        String body =
                """
                ------formdata-undici-042819674305
                Content-Disposition: form-data; name="externalData"

                {"a": [1]}
                ------formdata-undici-042819674305
                Content-Disposition: form-data; name="file"; filename="blob"
                Content-Type: application/octet-stream

                x
                ------formdata-undici-042819674305--\
                """;

        assertThat(read("----formdata-undici-042819674305", body))
                .containsExactly(
                        ReadPart.field("externalData", "{\"a\": [1]}"),
                        file("blob", "application/octet-stream", "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"C:\\x\\y.txt\"|C:\\x\\y.txt",
                "filename=\"\\\\host\\share\\y.txt\"|\\host\\share\\y.txt",
                "filename=\"a/b.txt\"|a/b.txt",
                "filename=\"a \\\"b\\\".txt\"|a \"b\".txt",
                "filename=\"a;b=c.txt\"|a;b=c.txt",
                "filename=plain.txt|plain.txt",
                "FileName=\"x.txt\"|x.txt",
                "filename = \"x.txt\" ;|x.txt",
                "filename=\"plain.txt\"; filename*=UTF-8''b%C3%A4r.txt|bär.txt",
                "filename*=iso-8859-1'de'b%E4r.txt; filename=plain.txt|bär.txt",
                "filename=\"=?utf-8?B?eA==?=.txt\"|=?utf-8?B?eA==?=.txt",
                "filename=\"../../etc/passwd\"|../../etc/passwd",
            })
    void a_file_name_comes_as_it_was_meant(String parameter, String fileName) {
        assertThat(read("b", withDisposition("form-data; name=\"file\"; " + parameter)))
                .containsExactly(
                        new ReadPart("file", Optional.of(fileName), Optional.empty(), "x"));
    }

    @Test
    void a_header_may_go_on_in_the_next_line() {
        assertThat(read("b", withDisposition("form-data;\n\tname=\"file\";\n filename=\"f\"")))
                .containsExactly(new ReadPart("file", Optional.of("f"), Optional.empty(), "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-data",
                "form-data; filename=\"x\"",
                "attachment; name=\"file\"",
                "form-data; name=\"file\"; filename=\"a\"; filename=\"b\"",
                "form-data; name=\"file\"; filename=\"no end",
                "form-data; name=\"file\"; filename=\"a\"b\"",
                "form-data; name=\"file\"; filename",
                "form-data; name=\"file\"; filename*=utf-8''%C3",
                "form-data; name=\"file\"; filename*=utf-8''%zz",
                "form-data; name=\"file\"; filename*=utf-8''%4",
                "form-data; name=\"file\"; filename*=koi8-r''%C3",
                "form-data; name=\"file\"; filename*=plain"
            })
    void a_malformed_disposition_is_refused(String disposition) {
        assertThatThrownBy(() -> read("b", withDisposition(disposition)))
                .satisfies(Problems.withCode(ProblemCode.INVALID_BODY));
    }

    @Test
    void an_encoding_is_refused_rather_than_stored() {
        String body =
                withDisposition("form-data; name=f; filename=f\nContent-Transfer-Encoding: base64");

        assertThatThrownBy(() -> read("b", body))
                .satisfies(Problems.withCode(ProblemCode.INVALID_BODY))
                .hasMessageContaining("Content-Transfer-Encoding");
    }

    @Test
    void what_is_not_utf_8_is_refused_in_fields_and_names_and_no_matter_in_files() {
        String field = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\u00e4\r\n--b--";
        String name = "--b\r\nContent-Disposition: form-data; name=\"\u00e4\"\r\n\r\n1\r\n--b--";
        String file =
                "--b\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n\u00e4\r\n--b--";

        assertThatThrownBy(() -> read("b", field.getBytes(ISO_8859_1)))
                .satisfies(Problems.withCode(ProblemCode.INVALID_BODY))
                .hasMessageContaining("not UTF-8 in the field a");
        assertThatThrownBy(() -> read("b", name.getBytes(ISO_8859_1)))
                .satisfies(Problems.withCode(ProblemCode.INVALID_BODY));
        assertThat(read("b", file.getBytes(ISO_8859_1)))
                .containsExactly(new ReadPart("f", Optional.of("f"), Optional.empty(), "\u00e4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"no end",
                "multipart/form-data; boundary=b\u00e4r",
                "multipart/mixed; boundary=b",
                "multipart/form-data; boundary=a; boundary=b"
            })
    void what_is_declared_as_no_form_is_refused(String contentType) {
        var body = new ByteArrayInputStream(new byte[0]);
        assertThatThrownBy(() -> FormData.of(contentType, 0, body, FormLimits.DIRECT_UPLOAD))
                .satisfies(Problems.withCode(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=b",
                "Multipart/Form-Data;Boundary=\"b\"",
                "multipart/form-data; charset=utf-8; boundary=b"
            })
    void a_form_may_be_declared_in_any_spelling(String contentType) {
        var body = new ByteArrayInputStream("--b--".getBytes(UTF_8));
        assertThat(ReadPart.all(contentType, body)).isEmpty();
    }

    private static ReadPart file(String fileName, String contentType, String text) {
        String bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
        return new ReadPart("file", Optional.of(fileName), Optional.of(contentType), bytes);
    }

    private static String withDisposition(String disposition) {
        return "--b\nContent-Disposition: " + disposition + "\n\nx\n--b--\n";
    }

    /// Lines end as they do on the wire.
    private static List<ReadPart> read(String boundary, String body) {
        return read(boundary, body.replace("\n", "\r\n").getBytes(UTF_8));
    }

    private static List<ReadPart> read(String boundary, byte[] body) {
        return ReadPart.all(
                "multipart/form-data; boundary=" + boundary, new ByteArrayInputStream(body));
    }
}
