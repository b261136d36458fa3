package dev.penstock.bench;

import dev.penstock.sigv4.BatchPresigner;
import dev.penstock.sigv4.Credentials;
import dev.penstock.sigv4.PartToSign;
import dev.penstock.sigv4.PresignRequest;
import dev.penstock.sigv4.QueryParameter;
import dev.penstock.sigv4.QueryPresigner;
import dev.penstock.sigv4.S3Uri;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The presigned URL of one part, by each way, beside the bare cryptography that no way can do
/// without.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PresignBenchmark {
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:8481");
    private static final String BUCKET = "penstock";
    private static final String KEY =
            "presigned-uploads/7f6b3c1e-5a0d-4f0e-9a34-0d9a7a3b1c55"
                    + "/018f4e2a-77aa-7c31-b0a5-94c1c7ad9f10/scan-of-the-archive.pdf";
    private static final String UPLOAD_ID = "0197f3a1b2c3d4e5f60718293a4b5c6d";
    private static final String REGION = "us-east-1";
    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration EXPIRY = Duration.ofMinutes(15);
    private static final Credentials CREDENTIALS =
            Credentials.of("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    private final S3Uri uri = S3Uri.pathStyle(ENDPOINT, BUCKET, KEY);
    private final BatchPresigner batch =
            new BatchPresigner(CREDENTIALS, REGION, uri, UPLOAD_ID, TIME, EXPIRY);
    private final QueryPresigner single = new QueryPresigner(CREDENTIALS, REGION);
    private final S3Presigner sdk =
            S3Presigner.builder()
                    .region(Region.of(REGION))
                    .endpointOverride(ENDPOINT)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(
                                    AwsBasicCredentials.create(
                                            CREDENTIALS.accessKey(), CREDENTIALS.secretKey())))
                    .serviceConfiguration(
                            S3Configuration.builder().pathStyleAccessEnabled(true).build())
                    .build();
    private final MessageDigest sha256 = sha256();
    private final Mac mac = mac();
    private final byte[] canonicalRequest =
            CanonicalText.ofPart(uri, CREDENTIALS, REGION, TIME, EXPIRY, UPLOAD_ID);
    private final byte[] stringToSign = CanonicalText.stringToSign(REGION, TIME);
    private int partNumber;

    /// SHA-256 of the same canonical request and an HMAC-SHA256 of the string to sign, and nothing
    /// else.
    @Benchmark
    public byte[] bareCryptography() {
        byte[] hash = sha256.digest(canonicalRequest);
        stringToSign[stringToSign.length - 1] = hash[0];
        return mac.doFinal(stringToSign);
    }

    @Benchmark
    public String urlWithinBatch() {
        return batch.presign(PartToSign.of(nextPart()));
    }

    @Benchmark
    public String singleUrl() {
        return single.presign(
                        new PresignRequest(
                                "PUT",
                                uri,
                                List.of(
                                        new QueryParameter(
                                                "partNumber", Integer.toString(nextPart())),
                                        new QueryParameter("uploadId", UPLOAD_ID)),
                                List.of(),
                                EXPIRY),
                        TIME)
                .url();
    }

    @Benchmark
    public String urlOfTheAwsSdk() {
        int number = nextPart();
        return sdk.presignUploadPart(presign ->
                        presign.signatureDuration(EXPIRY)
                                .uploadPartRequest(part ->
                                        part.bucket(BUCKET)
                                                .key(KEY)
                                                .uploadId(UPLOAD_ID)
                                                .partNumber(number)))
                .url()
                .toString();
    }

    @TearDown
    public void close() {
        sdk.close();
    }

    private int nextPart() {
        partNumber = partNumber % 10_000 + 1;
        return partNumber;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
