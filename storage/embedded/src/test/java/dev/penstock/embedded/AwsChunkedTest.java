package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.sigv4.ChunkSignatures;
import dev.penstock.sigv4.PayloadHash;
import dev.penstock.sigv4.SignedRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Bodies wrapped in `aws-chunked`, in the three ways S3 has.
class AwsChunkedTest {
    private static final List<String> CHUNKS = List.of("one fish ", "two fish ", "red fish", "");
    private static final String WHOLE = String.join("", CHUNKS);
    private static final String TRAILER = "x-amz-checksum-crc32c";
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() {
        storage = TestStorage.start();
        http = SignedHttp.of(storage.endpoint());
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSIGNED")
    void a_body_in_chunks_is_kept_without_its_wrapping(PayloadHash.Mode mode) throws Exception {
        String key = "good" + mode;
        assertThat(put(mode, key, WHOLE.length(), body -> body).status()).isEqualTo(200);
        Answer answer = http.send(Ask.get(key));
        assertThat(answer.text()).isEqualTo(WHOLE);
        assertThat(answer.headers()).doesNotContainKey("content-encoding");
    }

    @ParameterizedTest
    @CsvSource({"two fish, TWO fish", "red fish, red f1sh", "one fish, two fish"})
    void a_signed_chunk_that_was_changed_is_refused(String was, String is) throws Exception {
        for (PayloadHash.Mode mode :
                List.of(
                        PayloadHash.Mode.STREAMING_SIGNED,
                        PayloadHash.Mode.STREAMING_SIGNED_TRAILER)) {
            refused("403 SignatureDoesNotMatch", mode, body -> body.replace(was, is));
        }
    }

    @Test
    void signed_chunks_in_another_order_are_refused() throws Exception {
        refused(
                "403 SignatureDoesNotMatch",
                PayloadHash.Mode.STREAMING_SIGNED,
                body -> {
                    int second = body.indexOf("9;", 1);
                    int third = body.indexOf("8;", second + 80);
                    return body.substring(second, third)
                            + body.substring(0, second)
                            + body.substring(third);
                });
    }

    @Test
    void a_chunk_without_its_signature_is_refused() throws Exception {
        refused(
                "403 SignatureDoesNotMatch",
                PayloadHash.Mode.STREAMING_SIGNED,
                body -> body.replaceFirst(";chunk-signature=[0-9a-f]{64}", ""),
                -81);
    }

    @Test
    void a_signed_trailer_that_was_changed_is_refused() throws Exception {
        String other = crc32c("another body");
        refused(
                "403 SignatureDoesNotMatch",
                PayloadHash.Mode.STREAMING_SIGNED_TRAILER,
                body -> body.replace(crc32c(WHOLE), other));
    }

    @Test
    void a_trailer_that_does_not_fit_the_body_is_refused() throws Exception {
        PayloadHash.Mode mode = PayloadHash.Mode.STREAMING_UNSIGNED_TRAILER;
        String good = crc32c(WHOLE);
        refused("400 BadDigest", mode, body -> body.replace(good, crc32c("another body")));
        refused("400 BadDigest", mode, body -> body.replace("two fish", "TWO fish"));
        refused("400 InvalidRequest", mode, body -> body.replace(good, "????????"));
        refused("400 MalformedTrailerError", mode, body -> body.replace("crc32c", "sha256"));
        refused(
                "400 MalformedTrailerError",
                mode,
                body -> body.replace(TRAILER + ":", TRAILER + " "));
    }

    @Test
    void a_trailer_that_was_announced_must_come() throws Exception {
        String line = TRAILER + ":" + crc32c(WHOLE) + "\r\n";
        refused(
                "400 MalformedTrailerError",
                PayloadHash.Mode.STREAMING_UNSIGNED_TRAILER,
                body -> body.replace(line, ""),
                -line.length());
    }

    @Test
    void chunks_have_as_many_bytes_as_announced() throws Exception {
        PayloadHash.Mode mode = PayloadHash.Mode.STREAMING_UNSIGNED_TRAILER;
        assertThat(put(mode, "length", WHOLE.length() + 1, body -> body).outcome())
                .isEqualTo("400 IncompleteBody");
        assertThat(put(mode, "length", WHOLE.length() - 1, body -> body).outcome())
                .isEqualTo("400 InvalidRequest");
        requireNothing("length");
    }

    @ParameterizedTest
    @CsvSource({"9, x", "9, -", "9, a"})
    void malformed_chunks_are_refused(String was, String is) throws Exception {
        refused(
                "400 InvalidRequest",
                PayloadHash.Mode.STREAMING_UNSIGNED_TRAILER,
                body -> body.replaceFirst(was, is));
    }

    private void refused(String outcome, PayloadHash.Mode mode, UnaryOperator<String> change)
            throws Exception {
        refused(outcome, mode, change, 0);
    }

    private void refused(
            String outcome, PayloadHash.Mode mode, UnaryOperator<String> change, int longer)
            throws Exception {
        long before = storage.blobs();
        assertThat(put(mode, "bad", WHOLE.length(), change, longer).outcome()).isEqualTo(outcome);
        requireNothing("bad");
        assertThat(storage.blobs()).isEqualTo(before);
    }

    private static void requireNothing(String key) throws IOException {
        assertThat(http.send(Ask.get(key)).outcome()).isEqualTo("404 NoSuchKey");
    }

    private static Answer put(
            PayloadHash.Mode mode, String key, long length, UnaryOperator<String> change)
            throws Exception {
        return put(mode, key, length, change, 0);
    }

    /// @param longer by how much the body is longer once it was changed
    private static Answer put(
            PayloadHash.Mode mode,
            String key,
            long length,
            UnaryOperator<String> change,
            int longer)
            throws Exception {
        Ask ask =
                Ask.put(key, new byte[0])
                        .header("content-encoding", "aws-chunked")
                        .header("x-amz-decoded-content-length", Long.toString(length));
        if (mode != PayloadHash.Mode.STREAMING_SIGNED) {
            ask = ask.header("x-amz-trailer", TRAILER);
        }
        int wireLength = body(mode, http.sign(ask, mode)).length() + longer;
        ask = ask.header("content-length", Integer.toString(wireLength));
        SignedRequest signature = http.sign(ask, mode);
        String body = change.apply(body(mode, signature));
        return http.exchange(ask.body(body.getBytes(ISO_8859_1)), signature.headers());
    }

    private static String body(PayloadHash.Mode mode, SignedRequest request) throws Exception {
        boolean signed = mode != PayloadHash.Mode.STREAMING_UNSIGNED_TRAILER;
        ChunkSignatures signatures = request.chunkSignatures();
        String last = request.signature();
        StringBuilder body = new StringBuilder();
        for (String chunk : CHUNKS) {
            last = signatures.chunk(last, sha256(chunk));
            body.append(Integer.toHexString(chunk.length()))
                    .append(signed ? ";chunk-signature=" + last : "")
                    .append("\r\n")
                    .append(chunk)
                    .append(chunk.isEmpty() ? "" : "\r\n");
        }
        if (mode != PayloadHash.Mode.STREAMING_SIGNED) {
            String trailer = TRAILER + ":" + crc32c(WHOLE);
            body.append(trailer).append("\r\n");
            if (signed) {
                body.append("x-amz-trailer-signature:")
                        .append(signatures.trailer(last, sha256(trailer + "\n")))
                        .append("\r\n");
            }
        }
        return body.append("\r\n").toString();
    }

    private static byte[] sha256(String text) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1));
    }

    private static String crc32c(String text) {
        return Samples.checksum(ChecksumAlgorithm.CRC32C, text.getBytes(ISO_8859_1));
    }
}
