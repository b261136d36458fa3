package dev.penstock.sigv4;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;

/// Presigns the PUTs of many parts of one upload, at little more than the cost of the bare
/// cryptography: the signing key is derived once, and what the canonical requests have in common is
/// hashed once.
///
/// Not for use by several threads at once.
public final class BatchPresigner {
    private final UploadToSign upload;
    private final Mac mac;
    private final AsciiBuffer stringToSign;
    private final List<ShapedTemplate> templates = new ArrayList<>();

    /// @param region of the scope
    /// @param uri of the object
    /// @param uploadId that the storage gave the multipart upload
    /// @param time from which on the URLs are good
    /// @param expiry 1 second to 7 days, whole seconds
    /// @throws IllegalArgumentException if the expiry is out of range
    public BatchPresigner(
            Credentials credentials,
            String region,
            S3Uri uri,
            String uploadId,
            Instant time,
            Duration expiry) {
        Scope scope = Scope.s3(time, region);
        this.upload =
                new UploadToSign(credentials, scope, uri, uploadId, time, Expiry.seconds(expiry));
        this.mac = SigningKey.derive(credentials, scope).newMac();
        this.stringToSign = new AsciiBuffer(upload.stringToSignPrefix());
    }

    /// The presigned URL of a part's PUT. It is a secret until it expires.
    public String presign(PartToSign part) {
        PartTemplate template = template(part);
        stringToSign.restart().appendHex(template.hash(part)).feed(mac);
        return template.url(part, mac.doFinal());
    }

    /// When all URLs of this batch expire.
    public Instant expiresAt() {
        return upload.time().truncatedTo(ChronoUnit.SECONDS).plusSeconds(upload.expirySeconds());
    }

    private PartTemplate template(PartToSign part) {
        for (ShapedTemplate known : templates) {
            if (known.shape().fits(part)) {
                return known.template();
            }
        }
        PartShape shape = PartShape.of(part);
        PartTemplate template = new PartTemplate(shape, upload);
        templates.add(new ShapedTemplate(shape, template));
        return template;
    }

    private record ShapedTemplate(PartShape shape, PartTemplate template) {}
}
