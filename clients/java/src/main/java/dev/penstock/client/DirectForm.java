package dev.penstock.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/// The form of a direct upload (`multipart/form-data`, RFC 7578): the fields first, then the file.
final class DirectForm {
    private final String boundary = "penstock-" + UUID.randomUUID();
    private final byte[] before;
    private final byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);

    DirectForm(FileToSend toSend) {
        var text = new StringBuilder();
        addField(text, "path", toSend.path());
        toSend.fields().form().forEach((name, value) -> addField(text, name, value));
        text.append("--").append(boundary);
        text.append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
        text.append(fileName(toSend)).append("\"\r\nContent-Type: ");
        text.append(toSend.contentType().replaceAll("[\\r\\n]", " ")).append("\r\n\r\n");
        before = text.toString().getBytes(UTF_8);
    }

    private void addField(StringBuilder text, String name, String value) {
        text.append("--").append(boundary);
        text.append("\r\nContent-Disposition: form-data; name=\"").append(name);
        text.append("\"\r\n\r\n").append(value).append("\r\n");
    }

    /// For readers of the form; the path and the original name are fields.
    private static String fileName(FileToSend toSend) {
        String path = toSend.path();
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    }

    /// Bytes, but for the file's.
    long overhead() {
        return (long) before.length + after.length;
    }

    ServiceCall.Body body(FileRange file, Transfer transfer) {
        return new ServiceCall.Body(
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(before),
                        bytes(file, transfer),
                        BodyPublishers.ofByteArray(after)));
    }

    private static BodyPublisher bytes(FileRange file, Transfer transfer) {
        return file.size() == 0 ? BodyPublishers.noBody() : new RangePublisher(file, transfer);
    }
}
