package dev.penstock.s3;

import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.Download;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.ObjectStoreException;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartPage;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedGet;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.object.StorageCapabilities;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// A bucket of any S3-compatible storage. Opening one asks nothing of it; [#requireBucket] does.
/// Safe for use by many threads.
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    private final S3Settings settings;
    private final BucketAddress address;
    private final TimeLimits limits;
    private final AwsCredentialsProvider credentials;
    private final S3Clients clients;
    private final UrlSigner signer;

    public S3ObjectStore(S3Settings settings) {
        this(settings, SigningCredentials.provider(settings.credentials()), TimeLimits.DEFAULT);
    }

    S3ObjectStore(S3Settings settings, AwsCredentialsProvider credentials, TimeLimits limits) {
        this.address = BucketAddress.of(settings);
        this.settings = settings;
        this.limits = limits;
        this.credentials = credentials;
        this.clients = S3Clients.open(settings, address, credentials, limits);
        this.signer =
                new UrlSigner(
                        address, settings.region(), this::currentCredentials, settings.clock());
    }

    /// Looks whether the bucket is there and may be used.
    ///
    /// @throws ObjectStoreException.Refused when it is missing or forbidden, saying which
    /// @throws ObjectStoreException.Unavailable when the storage does not answer
    public void requireBucket() {
        BucketCheck.require(clients.repeating(), address);
    }

    @Override
    public StorageCapabilities capabilities() {
        return settings.capabilities();
    }

    @Override
    public MultipartId createMultipart(
            ObjectKey key, String contentType, Optional<ChecksumAlgorithm> checksum) {
        CreateMultipartUploadRequest.Builder request =
                CreateMultipartUploadRequest.builder()
                        .bucket(settings.bucket())
                        .key(key.value())
                        .contentType(contentType);
        checksum.ifPresent(algorithm -> ChecksumNames.describe(request, algorithm));
        CreateMultipartUploadResponse answer =
                StorageCall.make(
                        "CreateMultipartUpload",
                        () -> clients.once().createMultipartUpload(request.build()));
        return new MultipartId(
                StorageCall.required(answer.uploadId(), "CreateMultipartUpload", "an UploadId"));
    }

    /// @throws ObjectStoreException.Unavailable when there are no credentials to sign with
    @Override
    public List<PresignedPut> presignParts(
            ObjectKey key, MultipartId multipart, List<PartToSign> parts, Duration ttl) {
        return signer.parts(key, multipart, parts, ttl);
    }

    @Override
    public PartPage listParts(
            ObjectKey key, MultipartId multipart, Optional<PartNumber> after, int limit) {
        ListPartsRequest.Builder request =
                ListPartsRequest.builder()
                        .bucket(settings.bucket())
                        .key(key.value())
                        .uploadId(multipart.value())
                        .maxParts(limit);
        after.ifPresent(number -> request.partNumberMarker(number.value()));
        ListPartsResponse answer =
                StorageCall.make("ListParts", () -> clients.repeating().listParts(request.build()));
        return PartListing.page(answer, after);
    }

    /// @throws IllegalArgumentException when `whole` is of an algorithm that does not combine over
    ///   parts
    @Override
    public void complete(
            ObjectKey key,
            MultipartId multipart,
            List<StoredPart> parts,
            Optional<Checksum> whole) {
        CompleteMultipartUploadRequest.Builder request =
                CompleteMultipartUploadRequest.builder()
                        .bucket(settings.bucket())
                        .key(key.value())
                        .uploadId(multipart.value())
                        .overrideConfiguration(call ->
                                call.apiCallAttemptTimeout(limits.completion())
                                        .apiCallTimeout(limits.completion()));
        Completion.describe(request, parts, whole);
        CompleteMultipartUploadResponse answer =
                StorageCall.make(
                        "CompleteMultipartUpload",
                        () -> clients.once().completeMultipartUpload(request.build()));
        Completion.requireDone(answer);
    }

    @Override
    public StoredObject put(ObjectKey key, ByteBuffer bytes, String contentType) {
        SentBytes sent = new SentBytes(bytes);
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(settings.bucket())
                        .key(key.value())
                        .contentType(contentType)
                        .overrideConfiguration(limits.forBytes(sent.size()));
        SentChecksum.describe(request, sent.checksum(capabilities()));
        PutObjectResponse answer =
                StorageCall.make(
                        "PutObject",
                        () ->
                                clients.repeating()
                                        .putObject(request.build(), sent.body(contentType)));
        return SentAnswer.object(answer, sent.size());
    }

    @Override
    public StoredPart sendPart(
            ObjectKey key, MultipartId multipart, PartNumber number, ByteBuffer bytes) {
        SentBytes sent = new SentBytes(bytes);
        UploadPartRequest.Builder request =
                UploadPartRequest.builder()
                        .bucket(settings.bucket())
                        .key(key.value())
                        .uploadId(multipart.value())
                        .partNumber(number.value())
                        .overrideConfiguration(limits.forBytes(sent.size()));
        SentChecksum.describe(request, sent.checksum(capabilities()));
        UploadPartResponse answer =
                StorageCall.make(
                        "UploadPart",
                        () ->
                                clients.repeating()
                                        .uploadPart(
                                                request.build(),
                                                sent.body("application/octet-stream")));
        return SentAnswer.part(answer, number, sent.size());
    }

    /// @throws ObjectStoreException.Refused when the storage answers with other bytes than the
    ///   range that was asked for
    @Override
    public Optional<ByteBuffer> read(ObjectKey key, long from, int length) {
        ReadRange range = new ReadRange(from, length);
        GetObjectRequest request =
                GetObjectRequest.builder()
                        .bucket(settings.bucket())
                        .key(key.value())
                        .range(range.header())
                        .overrideConfiguration(limits.forBytes(length))
                        .build();
        return StorageCall.unless(
                answer -> answer.code().equals("NoSuchKey"),
                "GetObject",
                () -> range.read(clients.repeating(), request));
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        HeadObjectRequest request =
                HeadObjectRequest.builder()
                        .bucket(settings.bucket())
                        .key(key.value())
                        .checksumMode(ChecksumMode.ENABLED)
                        .build();
        return StorageCall.unless(
                        answer -> answer.status() == 404,
                        "HeadObject",
                        () -> clients.repeating().headObject(request))
                .map(ObjectDescription::object);
    }

    @Override
    public List<MultipartId> listMultiparts(ObjectKey key) {
        return MultipartListing.all(
                settings.bucket(),
                key,
                request ->
                        StorageCall.make(
                                "ListMultipartUploads",
                                () -> clients.repeating().listMultipartUploads(request)));
    }

    @Override
    public void abort(ObjectKey key, MultipartId multipart) {
        AbortMultipartUploadRequest request =
                AbortMultipartUploadRequest.builder()
                        .bucket(settings.bucket())
                        .key(key.value())
                        .uploadId(multipart.value())
                        .build();
        StorageCall.unless(
                answer -> answer.code().equals("NoSuchUpload"),
                "AbortMultipartUpload",
                () -> clients.repeating().abortMultipartUpload(request));
    }

    @Override
    public void delete(ObjectKey key) {
        DeleteObjectRequest request =
                DeleteObjectRequest.builder().bucket(settings.bucket()).key(key.value()).build();
        StorageCall.unless(
                answer -> answer.code().equals("NoSuchKey"),
                "DeleteObject",
                () -> clients.repeating().deleteObject(request));
    }

    /// @throws ObjectStoreException.Unavailable when there are no credentials to sign with
    @Override
    public PresignedGet presignGet(Download download, Duration ttl) {
        return signer.get(download, ttl);
    }

    /// Closes the connections. URLs that were signed stay good.
    @Override
    public void close() {
        clients.close();
        if (credentials instanceof SdkAutoCloseable chain) {
            chain.close();
        }
    }

    private SigningCredentials currentCredentials() {
        return StorageCall.make("signing", () -> SigningCredentials.current(credentials));
    }
}
