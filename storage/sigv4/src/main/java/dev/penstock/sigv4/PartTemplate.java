package dev.penstock.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// The canonical request of the parts of one shape, cut where the parts differ, and its constant
/// beginning hashed.
///
/// `X-Amz-…` sorts before `partNumber`, and `uploadId` after it, so everything up to the number is
/// constant.
final class PartTemplate {
    private static final String PART_NUMBER = "&partNumber=";
    private static final String LENGTH = "{length}";
    private static final String CHECKSUM = "{checksum}";

    private final MessageDigest constantBeginning = Sha256.newDigest();
    private final AsciiBuffer rest = new AsciiBuffer("");
    private final AsciiBuffer url;
    private final byte[] urlAfterNumber;
    private final byte[] beforeLength;
    private final byte[] beforeChecksum;
    private final byte[] end;

    PartTemplate(PartShape shape, UploadToSign upload) {
        CanonicalHeaders headers = CanonicalHeaders.of(placeholders(shape, upload.uri()));
        String query = upload.canonicalQuery(headers.signedNames());
        int number = query.indexOf(PART_NUMBER) + PART_NUMBER.length();
        String queryBefore = query.substring(0, number);
        String queryAfter = query.substring(query.indexOf('&', number));
        this.url = new AsciiBuffer(upload.uri() + "?" + queryBefore);
        this.urlAfterNumber = bytes(queryAfter + '&' + AuthParameters.SIGNATURE + '=');

        String text = upload.canonicalRequest(query, headers).text();
        int split = text.indexOf(queryBefore) + queryBefore.length();
        constantBeginning.update(bytes(text.substring(0, split)));
        String tail = text.substring(text.indexOf(queryAfter, split));
        List<byte[]> pieces = pieces(tail);
        this.beforeLength = pieces.get(0);
        this.beforeChecksum = pieces.get(1);
        this.end = pieces.get(2);
    }

    /// The SHA-256 of a part's canonical request.
    byte[] hash(PartToSign part) {
        rest.restart().append(part.partNumber()).append(beforeLength);
        if (part.contentLength().isPresent()) {
            rest.append(part.contentLength().getAsLong());
        }
        rest.append(beforeChecksum);
        if (part.checksum().isPresent()) {
            rest.append(part.checksum().get().value());
        }
        rest.append(end);
        MessageDigest digest = Sha256.fork(constantBeginning);
        rest.feed(digest);
        return digest.digest();
    }

    String url(PartToSign part, byte[] signature) {
        return url.restart()
                .append(part.partNumber())
                .append(urlAfterNumber)
                .appendHex(signature)
                .toString();
    }

    private static List<Header> placeholders(PartShape shape, S3Uri uri) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("host", uri.authority()));
        if (shape.length() == PartShape.Length.SIGNED) {
            headers.add(new Header("content-length", LENGTH));
        }
        shape.checksumHeader().ifPresent(name -> headers.add(new Header(name, CHECKSUM)));
        return headers;
    }

    /// What is before the length, between it and the checksum, and behind the checksum.
    private static List<byte[]> pieces(String tail) {
        int length = tail.indexOf(LENGTH);
        String first = length < 0 ? "" : tail.substring(0, length);
        String second = length < 0 ? tail : tail.substring(length + LENGTH.length());
        int checksum = second.indexOf(CHECKSUM);
        return checksum < 0
                ? List.of(bytes(first), bytes(second), new byte[0])
                : List.of(
                        bytes(first),
                        bytes(second.substring(0, checksum)),
                        bytes(second.substring(checksum + CHECKSUM.length())));
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(ISO_8859_1);
    }
}
