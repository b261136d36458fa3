package dev.penstock.client.fake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A direct upload as it came.
///
/// @param key the call's `Idempotency-Key`
/// @param file the bytes, one a character
/// @param fileHeader the header lines of the file's part
public record FakeForm(
        Optional<String> key, Map<String, String> fields, String file, String fileHeader) {
    private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");

    static FakeForm read(Optional<String> key, String contentType, byte[] body) {
        String boundary = contentType.replaceFirst("multipart/form-data; boundary=", "");
        String text = new String(body, ISO_8859_1);
        if (!text.endsWith("\r\n--" + boundary + "--\r\n")) {
            throw new IllegalArgumentException("a form without an end");
        }
        var fields = new LinkedHashMap<String, String>();
        String file = "";
        String fileHeader = "";
        String[] parts = ("\r\n" + text).split("\r\n--" + Pattern.quote(boundary), -1);
        for (int i = 1; i < parts.length - 1; i++) {
            String[] part = parts[i].substring(2).split("\r\n\r\n", 2);
            if (part[0].contains("; filename=")) {
                file = part[1];
                fileHeader = utf8(part[0]);
            } else {
                fields.put(name(part[0]), utf8(part[1]));
            }
        }
        return new FakeForm(key, fields, file, fileHeader);
    }

    private static String name(String header) {
        Matcher name = NAME.matcher(header);
        if (!name.find()) {
            throw new IllegalArgumentException("a part without a name");
        }
        return name.group(1);
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
