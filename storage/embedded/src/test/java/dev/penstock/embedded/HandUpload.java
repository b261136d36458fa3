package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// A multipart upload driven by hand, which remembers the ETags of its parts.
final class HandUpload {
    private final SignedHttp http;
    private final String key;
    private final String id;
    private final Map<Integer, String> etags = new TreeMap<>();

    HandUpload(SignedHttp http, String key, String id) {
        this.http = http;
        this.key = key;
        this.id = id;
    }

    static HandUpload begin(SignedHttp http, String key, String... headers) throws IOException {
        Answer answer = http.send(with(Ask.of("POST", key).query("uploads", ""), headers));
        if (answer.status() != 200) {
            throw new IOException(answer.toString());
        }
        return new HandUpload(http, key, answer.element("UploadId"));
    }

    String id() {
        return id;
    }

    String key() {
        return key;
    }

    Ask partAsk(int number, byte[] bytes) {
        return Ask.put(key, bytes)
                .query("partNumber", Integer.toString(number))
                .query("uploadId", id);
    }

    /// @param headers names and values in turn
    Answer part(int number, byte[] bytes, String... headers) throws IOException {
        Answer answer = http.send(with(partAsk(number, bytes), headers));
        if (answer.status() == 200) {
            etags.put(number, answer.etag());
        }
        return answer;
    }

    /// The list of all parts that were taken.
    String list() {
        StringBuilder parts = new StringBuilder();
        etags.forEach((number, etag) -> parts.append(part(number, etag, "")));
        return parts.toString();
    }

    /// A part as a list names it.
    ///
    /// @param checksums elements beside the others
    static String part(int number, String etag, String checksums) {
        return "<Part><PartNumber>%d</PartNumber><ETag>\"%s\"</ETag>%s</Part>"
                .formatted(number, etag, checksums);
    }

    /// @param headers names and values in turn
    Answer complete(String... headers) throws IOException {
        return completeWith(list(), headers);
    }

    Answer completeWith(String parts, String... headers) throws IOException {
        String document = "<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>";
        Ask ask = Ask.of("POST", key).query("uploadId", id).body(document.getBytes(UTF_8));
        return http.send(with(ask, headers));
    }

    Answer abort() throws IOException {
        return http.send(Ask.of("DELETE", key).query("uploadId", id));
    }

    Ask listAsk() {
        return Ask.get(key).query("uploadId", id);
    }

    private static Ask with(Ask ask, String... headers) {
        Ask all = ask;
        for (int i = 0; i < headers.length; i += 2) {
            all = all.header(headers[i], headers[i + 1]);
        }
        return all;
    }
}
