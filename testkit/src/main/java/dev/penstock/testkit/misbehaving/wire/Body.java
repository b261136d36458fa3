package dev.penstock.testkit.misbehaving.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.OptionalLong;

/// The body of a message as it travels, chunk by chunk where it is chunked (RFC 9112, section 6.3).
///
/// @param bytes ends where the body ends; throws if the connection ended before
/// @param length in bytes, where the head tells it
/// @param isDelimited whether another message may follow on the connection
public record Body(InputStream bytes, OptionalLong length, boolean isDelimited) {
    private static final Body NONE =
            new Body(InputStream.nullInputStream(), OptionalLong.of(0), true);

    /// The body that follows the head of a request.
    ///
    /// @throws IOException if its length is no number
    public static Body ofRequest(Head head, InputStream in) throws IOException {
        return isFramed(head) ? framed(head, in) : NONE;
    }

    /// The body that follows the head of an answer.
    ///
    /// @param method of the request that it answers
    /// @throws IOException if its length is no number
    public static Body ofAnswer(Head head, String method, InputStream in) throws IOException {
        int status = head.status();
        if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) {
            return NONE;
        }
        return isFramed(head) ? framed(head, in) : new Body(in, OptionalLong.empty(), false);
    }

    /// The same length and end, other bytes.
    public Body through(InputStream other) {
        return new Body(other, length, isDelimited);
    }

    private static boolean isFramed(Head head) {
        return isChunked(head) || head.value("Content-Length").isPresent();
    }

    private static boolean isChunked(Head head) {
        return head.value("Transfer-Encoding")
                .filter(coding -> coding.toLowerCase(Locale.ROOT).endsWith("chunked"))
                .isPresent();
    }

    private static Body framed(Head head, InputStream in) throws IOException {
        if (isChunked(head)) {
            return new Body(new ChunkedBytes(in), OptionalLong.empty(), true);
        }
        String length = head.value("Content-Length").orElseThrow();
        if (!length.matches("[0-9]{1,18}")) {
            throw new IOException("a Content-Length is no number");
        }
        long bytes = Long.parseLong(length);
        return new Body(new CountedBytes(in, bytes), OptionalLong.of(bytes), true);
    }
}
