package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A form that a test has made.
record MadeForm(String boundary, List<ReadPart> parts) {
    static final String XYZ = "multipart/form-data; boundary=xyz";
    private static final String[] PIECES = {
        "\r\n", "\r", "\n", "-", "--", "\r\n--", "\0", "\u00ff"
    };

    static MadeForm of(List<ReadPart> parts) {
        return new MadeForm("xyz", parts);
    }

    /// With files that are full of what a boundary is made of.
    static MadeForm random(Random random) {
        String boundary = "-".repeat(random.nextInt(4)) + "b" + "o".repeat(random.nextInt(60));
        var parts = new ArrayList<ReadPart>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String text = text(random, boundary);
            parts.add(
                    random.nextBoolean()
                            ? ReadPart.field("field" + i, ascii(text))
                            : ReadPart.file("file" + i, i + ".bin", text.getBytes(ISO_8859_1)));
        }
        return new MadeForm(boundary, parts);
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x00-\\x7f]", "?");
    }

    private static String text(Random random, String boundary) {
        var text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            text.append(
                    switch (random.nextInt(4)) {
                        case 0 -> boundary.substring(0, random.nextInt(boundary.length()));
                        case 1 -> "x".repeat(random.nextInt(600));
                        default -> PIECES[random.nextInt(PIECES.length)];
                    });
        }
        // no line may begin with the delimiter (RFC 2046, section 5.1.1)
        return text.toString().replace("--" + boundary, "");
    }

    String contentType() {
        return "multipart/form-data; boundary=\"" + boundary + '"';
    }

    byte[] body() {
        var body = new StringBuilder();
        for (ReadPart part : parts) {
            body.append("--").append(boundary).append("\r\n");
            body.append("Content-Disposition: form-data; name=\"").append(part.name()).append('"');
            part.fileName()
                    .ifPresent(name -> body.append("; filename=\"").append(name).append('"'));
            part.contentType().ifPresent(type -> body.append("\r\nContent-Type: ").append(type));
            body.append("\r\n\r\n").append(part.bytes()).append("\r\n");
        }
        return body.append("--").append(boundary).append("--\r\n").toString().getBytes(ISO_8859_1);
    }
}
