package dev.penstock.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/// What a [ScriptedStorage] does with a request.
///
/// @param silence before the bytes
/// @param text that is sent as it is; none for a connection that is closed without an answer
record Reply(Duration silence, String text, Afterwards afterwards) {

    /// What becomes of the connection.
    enum Afterwards {
        KEPT,
        CLOSED
    }

    static Reply of(int status, String body) {
        return new Reply(Duration.ZERO, answer(status, body), Afterwards.KEPT);
    }

    /// An error as S3 words it.
    static Reply error(int status, String code) {
        return of(status, errorBody(code, "as scripted"));
    }

    static String errorBody(String code, String message) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>%s</Message><RequestId>R1</RequestId></Error>\
        """
                .formatted(code, message);
    }

    static Reply completed() {
        return of(
                200,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <CompleteMultipartUploadResult><ETag>"e-1"</ETag></CompleteMultipartUploadResult>\
                """);
    }

    static Reply hangUp() {
        return new Reply(Duration.ZERO, "", Afterwards.CLOSED);
    }

    Reply with(String header, String value) {
        String head = "\r\n" + header + ": " + value + "\r\n\r\n";
        return new Reply(silence, text.replaceFirst("\r\n\r\n", head), afterwards);
    }

    Reply after(Duration pause) {
        return new Reply(pause, text, afterwards);
    }

    /// Says that the connection is kept, and closes it.
    Reply thenClosed() {
        return new Reply(silence, text, Afterwards.CLOSED);
    }

    /// As the answer to a HEAD: the headers alone.
    Reply headersOnly() {
        return new Reply(silence, text.substring(0, text.indexOf("\r\n\r\n") + 4), afterwards);
    }

    /// Breaks off in the middle of the body.
    Reply cutBy(int characters) {
        return new Reply(silence, text.substring(0, text.length() - characters), Afterwards.CLOSED);
    }

    private static String answer(int status, String body) {
        return "HTTP/1.1 %d Scripted\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.getBytes(UTF_8).length, body);
    }
}
