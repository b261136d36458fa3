package dev.penstock.server.http.form;

import dev.penstock.core.problem.ProblemException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the header lines of a part say (RFC 7578, section 4).
///
/// @param fileName present where a file name was given, if only `""`
/// @param contentType as declared
record PartHeader(String name, Optional<String> fileName, Optional<String> contentType) {
    private static final Set<String> PLAIN_ENCODINGS = Set.of("7bit", "8bit", "binary");
    private static final String BYTES = "application/octet-stream";

    /// @param text the lines, read a byte a character
    /// @throws ProblemException `invalid-body`
    static PartHeader of(String text) {
        try {
            return read(lines(Utf8.ofBytes(text)));
        } catch (CharacterCodingException e) {
            throw FormProblems.malformed("has names that are not UTF-8");
        } catch (IllegalArgumentException e) {
            throw FormProblems.malformed("has a part whose header is malformed: " + e.getMessage());
        }
    }

    private static PartHeader read(Map<String, String> lines) {
        requirePlain(lines.getOrDefault("content-transfer-encoding", "binary"));
        ParameterizedValue disposition =
                ParameterizedValue.parse(lines.getOrDefault("content-disposition", ""));
        if (!disposition.value().equals("form-data")) {
            throw new IllegalArgumentException("no Content-Disposition: form-data");
        }
        String name =
                disposition
                        .parameter("name")
                        .orElseThrow(() -> new IllegalArgumentException("no name"));
        Optional<String> fileName =
                disposition
                        .parameter("filename*")
                        .map(ExtendedValue::decode)
                        .or(() -> disposition.parameter("filename"));
        return new PartHeader(name, fileName, Optional.ofNullable(lines.get("content-type")));
    }

    /// By lower-case name. A line that begins with a space goes on with the one before it.
    private static Map<String, String> lines(String text) {
        var lines = new HashMap<String, String>();
        for (String line : text.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
            if (!line.isEmpty()) {
                int colon = line.indexOf(':');
                String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
                if (colon < 1 || lines.put(name, line.substring(colon + 1).strip()) != null) {
                    throw new IllegalArgumentException("a line is malformed or there twice");
                }
            }
        }
        return lines;
    }

    /// RFC 7578, section 4.7: other encodings are deprecated, and what is sent would not be what is
    /// kept.
    private static void requirePlain(String encoding) {
        if (!PLAIN_ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "send the bytes as they are, without Content-Transfer-Encoding");
        }
    }

    boolean isFile() {
        return fileName.isPresent() || mediaType().equals(BYTES);
    }

    private String mediaType() {
        String declared = contentType.orElse("");
        return declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
