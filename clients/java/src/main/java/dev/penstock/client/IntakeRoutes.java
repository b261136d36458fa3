package dev.penstock.client;

import dev.penstock.contract.CompletionBody;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.DocumentFamilyJson;
import dev.penstock.contract.IntakeInfo;
import dev.penstock.contract.MultipartUploadResponse;
import dev.penstock.contract.PartUrlRequest;
import dev.penstock.contract.PartUrls;
import dev.penstock.contract.PresignedUploadResponse;
import dev.penstock.contract.StoredPartJson;
import dev.penstock.contract.StoredParts;
import dev.penstock.contract.UploadStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/// The upload routes of one intake. Every call may be repeated and is, by the connection's
/// [RetryPolicy]; every call throws [ServiceRefusedException], [NoAnswerException] or
/// [StoppedException].
public final class IntakeRoutes {
    private static final int PARTS_PAGE = 1000;

    /// Bytes a second; a direct upload may be no slower.
    private static final long SLOWEST = 32 << 10;

    private final ServiceConnection connection;
    private final String route;
    private final RetryPolicy policy;
    private final Duration silence;
    private final ProgressListener listener;

    IntakeRoutes(
            ServiceConnection connection,
            String route,
            RetryPolicy policy,
            ProgressListener listener) {
        this(connection, route, policy, policy.patience(), listener);
    }

    private IntakeRoutes(
            ServiceConnection connection,
            String route,
            RetryPolicy policy,
            Duration silence,
            ProgressListener listener) {
        this.connection = connection;
        this.route = route;
        this.policy = policy;
        this.silence = silence;
        this.listener = listener;
    }

    /// The same, but giving up after this time, where that is sooner, if no service answers. One
    /// that answers that it cannot at the moment is waited for by the policy.
    IntakeRoutes withSilence(Duration most) {
        var shorter = policy.patience().compareTo(most) > 0 ? most : policy.patience();
        return new IntakeRoutes(connection, route, policy, shorter, listener);
    }

    /// What a client may know before it starts.
    public IntakeInfo info() {
        return read(get(""), IntakeInfo.class);
    }

    /// Opens an upload of one part.
    ///
    /// @param checksum of the whole file, which the storage then holds the bytes to
    public PresignedUploadResponse requestSingle(
            Announcement announcement, Optional<NamedChecksum> checksum) {
        var query =
                announcement
                        .query()
                        .and("checksumAlgorithm", checksum.map(c -> c.algorithm().s3Name()))
                        .and("checksum", checksum.map(NamedChecksum::value));
        return read(
                post("/presigned-upload-request" + query).withKey(), PresignedUploadResponse.class);
    }

    /// Opens an upload of many parts.
    ///
    /// @param partSize in bytes; empty: the service proposes one
    /// @param checksumAlgorithm `auto` or a name
    public MultipartUploadResponse requestMultipart(
            Announcement announcement, OptionalLong partSize, String checksumAlgorithm) {
        var query =
                announcement
                        .query()
                        .and("checksumAlgorithm", checksumAlgorithm)
                        .and(
                                "partSize",
                                partSize.isPresent()
                                        ? Optional.of(partSize.getAsLong())
                                        : Optional.empty());
        return read(
                post("/multipart-upload-request" + query).withKey(), MultipartUploadResponse.class);
    }

    /// A URL for each of these parts, in that order.
    public PartUrls partUrls(UploadHandle upload, List<PartUrlRequest> parts) {
        var call = post("/multipart-upload-part-urls" + upload.query()).withJson(parts);
        return read(call, PartUrls.class);
    }

    /// Makes the document; the same one again when repeated. The service may hold the call for
    /// minutes.
    ///
    /// @param path empty: the one announced
    public DocumentFamilyJson complete(
            UploadKind kind, UploadHandle upload, Optional<String> path, CompletionBody body) {
        var target = route + kind.completionRoute() + upload.query().and("path", path);
        var call = ServiceCall.post(target, settings().completionTimeout()).withJson(body);
        var patient = policy.withPatience(policy.patience().multipliedBy(4));
        return ContractJson.read(
                connection.call(call, patient, listener), DocumentFamilyJson.class);
    }

    /// Sends a file with the call itself and makes the document. Repeated with the same key, so
    /// that there is one document however often it is sent. The service may hold the call for
    /// minutes.
    ///
    /// @param bytes of the form, for the time that they take
    /// @param begun whether any of them went out: before, the service may be silent no longer than
    ///   at a first contact
    DocumentFamilyJson direct(ServiceCall.Body form, long bytes, BooleanSupplier begun) {
        var time = settings().completionTimeout().plusSeconds(bytes / SLOWEST);
        var call = ServiceCall.post(route, time).with(form).withKey();
        var patient = policy.withPatience(policy.patience().multipliedBy(4));
        var answer =
                connection.call(
                        call,
                        patient,
                        () -> begun.getAsBoolean() ? policy.patience() : silence,
                        listener);
        return ContractJson.read(answer, DocumentFamilyJson.class);
    }

    /// Gives the upload up, and its bytes. Works for both kinds and when repeated.
    public void abort(UploadHandle upload) {
        call(post("/multipart-upload-abort" + upload.query()));
    }

    /// The same, once, and whatever comes of it.
    void abortQuietly(UploadHandle upload) {
        try {
            call(post("/multipart-upload-abort" + upload.query()).once());
        } catch (PenstockException e) {
            // the upload's deadline gives it up as well
        }
    }

    /// Where an upload stands.
    public UploadStatus upload(UUID uploadId) {
        return read(get("/uploads/" + uploadId), UploadStatus.class);
    }

    /// What the storage holds, all pages of it, by ascending part number.
    public List<StoredPartJson> parts(UUID uploadId) {
        var parts = new ArrayList<StoredPartJson>();
        var after = OptionalInt.of(0);
        while (after.isPresent()) {
            var query = Query.of("after", after.getAsInt()).and("limit", PARTS_PAGE);
            var page = read(get("/uploads/" + uploadId + "/parts" + query), StoredParts.class);
            parts.addAll(page.content());
            after = page.nextAfter();
        }
        return parts;
    }

    private ConnectionSettings settings() {
        return connection.settings();
    }

    private ServiceCall get(String suffix) {
        return ServiceCall.get(route + suffix, timeout());
    }

    private ServiceCall post(String suffix) {
        return ServiceCall.post(route + suffix, timeout());
    }

    private Duration timeout() {
        return settings().callTimeout();
    }

    private byte[] call(ServiceCall call) {
        return connection.call(call, policy, () -> silence, listener);
    }

    private <T> T read(ServiceCall call, Class<T> type) {
        return ContractJson.read(call(call), type);
    }
}
