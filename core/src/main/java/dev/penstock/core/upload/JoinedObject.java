package dev.penstock.core.upload;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Compares the object that a storage holds with the parts that it was to be made of: size, the
/// checksum of the whole where both know one, and the ETag where this storage's ETags are MD5s.
/// Pure.
public final class JoinedObject {
    private static final String MD5_HEX = "[0-9a-f]{32}";

    private JoinedObject() {}

    /// @return what is wrong with the object; empty when it is as verified
    public static Optional<Problem> difference(
            VerifiedParts verified, StoredObject object, StorageCapabilities storage) {
        if (!object.size().equals(verified.size())) {
            return Optional.of(
                    new Problem.SizeMismatch(
                            "The storage joined the parts to another size: begin anew.",
                            verified.size().value(),
                            object.size().value()));
        }
        boolean otherBytes =
                verified.whole().filter(whole -> differs(whole, object)).isPresent()
                        || (storage.etagsAreMd5() && differs(verified.parts(), object.etag()));
        return otherBytes
                ? Optional.of(
                        Problem.of(
                                ProblemCode.CHECKSUM_MISMATCH,
                                "The storage joined the parts to other bytes: begin anew."))
                : Optional.empty();
    }

    /// Whether a checksum or an ETag shows that the object has just these bytes, where
    /// [#difference] has found nothing wrong.
    public static boolean isProven(
            VerifiedParts verified, StoredObject object, StorageCapabilities storage) {
        return verified.whole().flatMap(whole -> comparable(whole, object)).isPresent()
                || (storage.etagsAreMd5() && haveMd5s(verified.parts()));
    }

    private static boolean differs(Checksum whole, StoredObject object) {
        return comparable(whole, object)
                .filter(c -> !c.base64().equals(whole.base64()))
                .isPresent();
    }

    private static Optional<ObjectChecksum> comparable(Checksum whole, StoredObject object) {
        return object.checksum()
                .filter(c -> c.type() == ObjectChecksum.Type.FULL_OBJECT)
                .filter(c -> c.algorithm() == whole.algorithm());
    }

    /// The ETag of an object of parts is the MD5 of their MD5s, a hyphen and their number
    /// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html>).
    private static boolean differs(List<StoredPart> parts, ETag found) {
        return haveMd5s(parts) && !found.value().equals(md5OfMd5s(parts) + "-" + parts.size());
    }

    private static boolean haveMd5s(List<StoredPart> parts) {
        return parts.stream().allMatch(p -> p.etag().value().matches(MD5_HEX));
    }

    private static String md5OfMd5s(List<StoredPart> parts) {
        MessageDigest md5 = md5();
        parts.forEach(p -> md5.update(HexFormat.of().parseHex(p.etag().value())));
        return HexFormat.of().formatHex(md5.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
