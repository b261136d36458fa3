package dev.penstock.server.simulation;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ETag;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The bytes of a part, as ISO-8859-1 text. In the simulation a few stand for many.
///
/// @param size what they count as
record Blob(String bytes, ByteCount size, ETag etag) {

    static Blob of(byte[] bytes) {
        return standingFor(
                new String(bytes, StandardCharsets.ISO_8859_1), ByteCount.bytes(bytes.length));
    }

    /// A copy of what is between position and limit.
    static Blob of(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return of(copy);
    }

    static Blob standingFor(String bytes, ByteCount size) {
        byte[] digest = md5().digest(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return new Blob(bytes, size, new ETag(hex(digest)));
    }

    /// The ETag of an object of parts
    /// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html>).
    static ETag etagOfAll(List<ETag> parts) {
        MessageDigest md5 = md5();
        parts.forEach(part -> md5.update(HexFormat.of().parseHex(part.value())));
        return new ETag(hex(md5.digest()) + "-" + parts.size());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
