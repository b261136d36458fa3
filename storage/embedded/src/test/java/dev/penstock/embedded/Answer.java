package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What came back over a socket.
///
/// @param status 0 if the connection ended before a reply was whole
/// @param headers names in lower case
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, Map<String, String> headers, byte[] body) {
    static final Answer NONE = new Answer(0, Map.of(), new byte[0]);

    /// Reads a reply with a `Content-Length`, or one that ends with the connection.
    static Answer read(InputStream in, String method) throws IOException {
        String head = readHead(in);
        if (head.isEmpty()) {
            return NONE;
        }
        List<String> lines = head.lines().toList();
        int status = Integer.parseInt(lines.getFirst().split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
        return new Answer(status, headers, bodiless ? new byte[0] : body(in, headers));
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.append((char) b);
        }
        return head.substring(0, head.length() - 4);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    String text() {
        return new String(body, UTF_8);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /// The ETag without its quotes.
    String etag() {
        return header("etag").replace("\"", "");
    }

    /// The `<Code>` of an S3 error.
    String code() {
        return element("Code");
    }

    /// The text of the first element of this name; empty if there is none.
    String element(String name) {
        return elements(name).stream().findFirst().orElse("");
    }

    /// The texts of all elements of this name.
    List<String> elements(String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL)
                        .matcher(text());
        List<String> texts = new ArrayList<>();
        while (matcher.find()) {
            texts.add(
                    matcher.group(1)
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&amp;", "&"));
        }
        return texts;
    }

    /// Status and code, `403 AccessDenied`, or the status alone.
    String outcome() {
        return code().isEmpty() ? Integer.toString(status) : status + " " + code();
    }

    @Override
    public String toString() {
        return status
                + " "
                + headers
                + "\n"
                + new String(body, 0, Math.min(2000, body.length), ISO_8859_1);
    }
}
