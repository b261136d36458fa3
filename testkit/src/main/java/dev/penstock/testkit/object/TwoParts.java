package dev.penstock.testkit.object;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import java.util.Arrays;
import java.util.Base64;

/// A part of the least size and a short one, always of the same bytes.
final class TwoParts {
    private static final int LAST_LENGTH = 1000;

    static void send(OpenUpload upload) {
        upload.send(1, first());
        upload.send(2, last());
    }

    static byte[] first() {
        return OpenUpload.bytes(11, OpenUpload.MIN_PART);
    }

    static byte[] last() {
        return OpenUpload.bytes(12, LAST_LENGTH);
    }

    static byte[] whole() {
        return joined(first(), last());
    }

    /// The SHA-256 of the parts' SHA-256s.
    static Checksum composite() {
        return ReferenceChecksum.of(
                ChecksumAlgorithm.SHA256, joined(sha256(first()), sha256(last())));
    }

    static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] sha256(byte[] bytes) {
        return Base64.getDecoder()
                .decode(ReferenceChecksum.of(ChecksumAlgorithm.SHA256, bytes).base64());
    }

    private TwoParts() {}
}
