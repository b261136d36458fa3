package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.testkit.misbehaving.wire.Head;
import dev.penstock.testkit.misbehaving.wire.Peer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// An answer that the storage did not give.
record CannedAnswer(Head head, String body) {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static CannedAnswer of(String statusLine, String type, String body) {
        Head head =
                new Head("HTTP/1.1 " + statusLine, List.of())
                        .with("Content-Type", type)
                        .with("Content-Length", Integer.toString(body.getBytes(UTF_8).length));
        return new CannedAnswer(head, body);
    }

    static CannedAnswer xml(String body) {
        return of("200 OK", "application/xml", body);
    }

    /// @param statusLine status and reason
    static CannedAnswer error(String statusLine, String code, String message) {
        return of(statusLine, "application/xml", XML + element(code, message));
    }

    /// As S3 does it while a completion takes its time: 200, white space, and then what came of it.
    static CannedAnswer errorIn200(String code, String message) {
        return xml(XML + "\n \n \n" + element(code, message));
    }

    static CannedAnswer internalError() {
        return error("500 Internal Server Error", "InternalError", INTERNAL_ERROR);
    }

    static CannedAnswer slowDown() {
        return error("503 Slow Down", "SlowDown", "Please reduce your request rate.");
    }

    static CannedAnswer clockSkew() {
        return error(
                "403 Forbidden",
                "RequestTimeTooSkewed",
                "The difference between the request time and the current time is too large.");
    }

    static CannedAnswer invalidPart() {
        return error(
                "400 Bad Request",
                "InvalidPart",
                "One or more of the specified parts could not be found.");
    }

    static CannedAnswer noSuchUpload() {
        return error("404 Not Found", "NoSuchUpload", "The specified upload does not exist.");
    }

    static CannedAnswer noSuchKey() {
        return error("404 Not Found", "NoSuchKey", "The specified key does not exist.");
    }

    /// As a proxy words it.
    static CannedAnswer gatewayTimeout() {
        return of(
                "504 Gateway Time-out",
                "text/html",
                "<html><head><title>504 Gateway Time-out</title></head>"
                        + "<body><center><h1>504 Gateway Time-out</h1></center></body></html>\n");
    }

    static CannedAnswer internalErrorIn200() {
        return errorIn200("InternalError", INTERNAL_ERROR);
    }

    static CannedAnswer accessDeniedIn200() {
        return errorIn200("AccessDenied", "Access Denied");
    }

    CannedAnswer with(String name, String value) {
        return new CannedAnswer(head.with(name, value), body);
    }

    void send(Peer client, String method) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.bytes());
        if (!method.equals("HEAD")) {
            all.writeBytes(body.getBytes(UTF_8));
        }
        client.out().write(all.toByteArray());
    }

    private static String element(String code, String message) {
        return "<Error><Code>"
                + code
                + "</Code><Message>"
                + message
                + "</Message><RequestId>MISBEHAVING</RequestId></Error>";
    }

    private static final String INTERNAL_ERROR =
            "We encountered an internal error. Please try again.";
}
