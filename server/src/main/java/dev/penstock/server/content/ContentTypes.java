package dev.penstock.server.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/// Finds the MIME type of a file in its first bytes (Tika's tables of magic numbers). The name is a
/// hint: it makes what the bytes show more special (a zip named `.docx`, text named `.csv`) and
/// stands for bytes that nothing is known of, but never against them. So a program named `.pdf` is
/// a program, and unknown bytes named `.pdf` are unknown, as every PDF can be told by its bytes.
///
/// The tables are read when the first file is looked at, which takes a second or less. Safe for use
/// by many threads. The same bytes and name give the same type.
public final class ContentTypes {
    /// As many first bytes as are looked at; more may be given.
    public static final int FIRST_BYTES = 64 << 10;

    /// What nothing is known of, and what has no bytes at all.
    public static final String UNKNOWN = "application/octet-stream";

    private static final class Tables {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
        static final NamedTypes NAMED = new NamedTypes(TYPES);
    }

    /// @param firstBytes the file from its beginning, from position to limit, both left as they
    ///   are; fewer than [#FIRST_BYTES] only where it is shorter
    /// @param fileName a name or path as it came, possibly empty
    /// @return `type/subtype`, lower case, without parameters; [#UNKNOWN] for no bytes whatever the
    ///   name says, as nothing is found in them
    public String detect(ByteBuffer firstBytes, String fileName) {
        byte[] bytes = new byte[Math.min(FIRST_BYTES, firstBytes.remaining())];
        firstBytes.duplicate().get(bytes);
        return detect(bytes, fileName);
    }

    /// As the other.
    public String detect(byte[] firstBytes, String fileName) {
        if (firstBytes.length == 0) {
            return UNKNOWN;
        }
        try {
            String name = NamedTypes.plainName(fileName);
            MediaType ofBytes = look(firstBytes, "");
            MediaType ofBoth = look(firstBytes, name);
            return text(Tables.NAMED.contradicts(ofBytes, ofBoth) ? ofBytes : ofBoth);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // bytes that a reader of magic numbers stumbles over are of no type it knows
            return UNKNOWN;
        }
    }

    private MediaType look(byte[] bytes, String name) throws IOException {
        var metadata = new Metadata();
        if (!name.isEmpty()) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        int length = Math.min(FIRST_BYTES, bytes.length);
        return Tables.TYPES.detect(new ByteArrayInputStream(bytes, 0, length), metadata);
    }

    private static String text(MediaType type) {
        String text = type.getBaseType().toString().toLowerCase(Locale.ROOT);
        return InnerTypes.outward(text);
    }
}
