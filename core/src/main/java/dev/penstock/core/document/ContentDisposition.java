package dev.penstock.core.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a browser shows or saves a file that it reads, and under which name (RFC 6266, names in
/// UTF-8 by RFC 8187).
///
/// @param fileName any text; control characters and separators of folders go out as `_`, and no
///   more than 255 characters
public record ContentDisposition(Type type, String fileName) {
    private static final int LONGEST_NAME = 255;

    /// What a browser shows without running anything of it in the storage's origin: pixels, plain
    /// text, and PDF, whose viewers are sandboxed. Not SVG, HTML or XML, which may carry scripts.
    private static final Set<String> SHOWN =
            Set.of(
                    "image/png",
                    "image/jpeg",
                    "image/gif",
                    "image/webp",
                    "text/plain",
                    "application/pdf");

    /// A type alone or with a charset. Anything longer might hide a second type behind a comma,
    /// which browsers prefer (Fetch Standard, "extract a MIME type").
    private static final Pattern PLAIN_TYPE =
            Pattern.compile(
                    "\\s*([a-z]+/[a-z]+)\\s*(;\\s*charset\\s*=\\s*\"?[a-z0-9_-]+\"?\\s*)?",
                    Pattern.CASE_INSENSITIVE);

    public ContentDisposition {
        fileName = FileNameLength.atMost(LONGEST_NAME, harmless(fileName));
    }

    /// What becomes of the file.
    public enum Type {
        /// It is shown.
        INLINE("inline"),
        /// It is saved.
        ATTACHMENT("attachment");

        private final String text;

        Type(String text) {
            this.text = text;
        }
    }

    /// Shows the file when its type is one of a short list of safe ones, and saves it otherwise.
    ///
    /// @param mimeType the `Content-Type` that the file is sent with
    public static ContentDisposition of(String fileName, String mimeType) {
        return new ContentDisposition(isShown(mimeType) ? Type.INLINE : Type.ATTACHMENT, fileName);
    }

    /// The header's value, ASCII: `attachment; filename="…"; filename*=UTF-8''…`, the first name
    /// for clients that do not know the second.
    public String header() {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(type.text, asciiName(), encodedName());
    }

    private static boolean isShown(String mimeType) {
        Matcher matcher = PLAIN_TYPE.matcher(mimeType);
        return matcher.matches() && SHOWN.contains(matcher.group(1).toLowerCase(Locale.ROOT));
    }

    private static String harmless(String name) {
        String harmless = replaced(name, ContentDisposition::isHarmful);
        return harmless.isEmpty() ? "_" : harmless;
    }

    private static boolean isHarmful(int c) {
        boolean unpaired = Character.getType(c) == Character.SURROGATE;
        return unpaired || Character.isISOControl(c) || c == '/' || c == '\\';
    }

    /// Without what some clients decode or unescape inside quotes (RFC 6266, appendix D).
    private String asciiName() {
        return replaced(fileName, c -> c > '~' || c == '"' || c == '%');
    }

    private static String replaced(String name, IntPredicate unwanted) {
        var result = new StringBuilder();
        name.codePoints().map(c -> unwanted.test(c) ? '_' : c).forEach(result::appendCodePoint);
        return result.toString();
    }

    private String encodedName() {
        var encoded = new StringBuilder();
        for (byte b : fileName.getBytes(StandardCharsets.UTF_8)) {
            if (isAttributeCharacter(b)) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b));
            }
        }
        return encoded.toString();
    }

    /// `attr-char` of RFC 8187, section 3.2.1.
    private static boolean isAttributeCharacter(byte b) {
        return LettersAndDigits.contains(b) || "!#$&+-.^_`|~".indexOf(b) >= 0;
    }
}
