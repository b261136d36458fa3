package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.catalog.ChecksumType;
import dev.penstock.embedded.catalog.ObjectChecksum;
import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.catalog.Segment;
import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.catalog.Tables;
import dev.penstock.embedded.catalog.Upload;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.S3Request;
import dev.penstock.embedded.http.XmlDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// `POST /bucket/key?uploadId=…`: the parts become the object, in one transaction that copies no
/// byte.
///
/// Everything is checked beforehand against the parts as they were read; the transaction only sees
/// to it that none has changed since. Completing again what was completed gives the same answer for
/// as long as the object is there.
final class CompleteMultipartUpload implements Operation {
    private static final int MAX_BODY = 8 * 1024 * 1024;

    private final Storage storage;

    CompleteMultipartUpload(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        S3Request request = call.request();
        ObjectKey where = request.where();
        String id = request.parameter("uploadId").orElse("");
        WriteConditions conditions = WriteConditions.of(request);
        storage.requireBucket(where.bucket());
        List<ListedPart> listed =
                CompletionRequest.parse(
                        SmallBody.read(call, MAX_BODY), storage.limits().maxParts());
        while (true) {
            Optional<Upload> upload = storage.catalog().read(t -> t.uploads().find(id, where));
            if (upload.isEmpty()) {
                return reply(completedBefore(id, where, listed));
            }
            Optional<StoredObject> done = complete(request, upload.get(), listed, conditions);
            if (done.isPresent()) {
                storage.housekeeping().deletionsAdded();
                return reply(done.get());
            }
        }
    }

    /// @return empty if a part came meanwhile, or somebody else closed the upload
    private Optional<StoredObject> complete(
            S3Request request, Upload upload, List<ListedPart> listed, WriteConditions conditions) {
        List<Segment> present =
                storage.catalog()
                        .read(t ->
                                t.segments()
                                        .after(upload.content(), 0, storage.limits().maxParts()));
        requireChecksums(upload, listed);
        List<Segment> parts = matching(upload, listed, present);
        requireSizes(parts);
        StoredObject object = object(upload, parts);
        PromisedWhole.check(request, upload.checksum(), object.checksum(), object.size());
        List<Segment> unlisted = new ArrayList<>(present);
        Set<Segment> taken = new HashSet<>(parts);
        unlisted.removeIf(taken::contains);
        boolean closed =
                storage.catalog().write(t -> close(t, upload, object, unlisted, conditions));
        return Optional.of(object).filter(_ -> closed);
    }

    private static boolean close(
            Tables tables,
            Upload upload,
            StoredObject object,
            List<Segment> unlisted,
            WriteConditions conditions) {
        if (!tables.uploads().closeUnchanged(upload)) {
            return false;
        }
        conditions.check(object.where(), tables.objects().find(object.where()));
        unlisted.forEach(part -> tables.segments().remove(upload.content(), part.partNumber()));
        tables.segments().join(upload.content());
        tables.objects().put(object);
        return true;
    }

    private StoredObject object(Upload upload, List<Segment> parts) {
        return new StoredObject(
                upload.where(),
                upload.content(),
                parts.stream().mapToLong(Segment::size).sum(),
                JoinedParts.etag(parts.stream().map(Segment::md5).toList()),
                storage.now(),
                upload.headers(),
                JoinedParts.checksum(upload.checksum(), parts),
                Optional.of(upload.id()));
    }

    private static List<Segment> matching(
            Upload upload, List<ListedPart> listed, List<Segment> present) {
        List<Segment> parts = new ArrayList<>(listed.size());
        Iterator<Segment> rest = present.iterator();
        for (ListedPart wanted : listed) {
            Segment part = null;
            while (rest.hasNext() && (part == null || part.partNumber() < wanted.partNumber())) {
                part = rest.next();
            }
            if (part == null || part.partNumber() != wanted.partNumber() || !wanted.matches(part)) {
                throw S3Error.INVALID_PART
                        .exception()
                        .with("UploadId", upload.id())
                        .with("PartNumber", wanted.partNumber())
                        .with("ETag", wanted.etag());
            }
            parts.add(part);
        }
        return parts;
    }

    private void requireSizes(List<Segment> parts) {
        for (Segment part : parts.subList(0, parts.size() - 1)) {
            if (part.size() < storage.limits().minPartBytes()) {
                throw S3Error.ENTITY_TOO_SMALL
                        .exception()
                        .with("ProposedSize", part.size())
                        .with("MinSizeAllowed", storage.limits().minPartBytes())
                        .with("PartNumber", part.partNumber())
                        .with("ETag", part.md5());
            }
        }
    }

    /// A checksum over the parts' checksums proves nothing unless the caller names them.
    private static void requireChecksums(Upload upload, List<ListedPart> listed) {
        if (upload.checksum().type() != ChecksumType.COMPOSITE) {
            return;
        }
        ChecksumAlgorithm algorithm = upload.checksum().algorithm();
        for (ListedPart part : listed) {
            if (!part.names(algorithm)) {
                throw S3Error.INVALID_REQUEST.exception(
                        "The upload was created using a "
                                + algorithm.s3Name().toLowerCase(Locale.ROOT)
                                + " checksum. The complete request must include the checksum for"
                                + " each part. It was missing for part "
                                + part.partNumber()
                                + " in the request.");
            }
        }
    }

    private StoredObject completedBefore(String id, ObjectKey where, List<ListedPart> listed) {
        StoredObject object =
                storage.catalog()
                        .read(t -> t.objects().ofUpload(id))
                        .filter(found -> found.where().equals(where))
                        .orElseThrow(() -> Storage.noSuchUpload(id));
        List<String> etags = listed.stream().map(ListedPart::etag).toList();
        boolean same =
                etags.stream().allMatch(etag -> etag.matches("[0-9a-f]{32}"))
                        && JoinedParts.etag(etags).equals(object.etag());
        if (!same) {
            throw S3Error.INVALID_PART
                    .exception()
                    .with("UploadId", id)
                    .with(
                            "PartNumber",
                            listed.stream()
                                    .map(part -> Integer.toString(part.partNumber()))
                                    .limit(1)
                                    .collect(Collectors.joining()));
        }
        return object;
    }

    private static Reply reply(StoredObject object) {
        ObjectChecksum checksum = object.checksum();
        return Reply.xml(
                200,
                XmlDocument.of("CompleteMultipartUploadResult")
                        .element(
                                "Location",
                                "/" + object.where().bucket() + "/" + object.where().key())
                        .element("Bucket", object.where().bucket())
                        .element("Key", object.where().key())
                        .element("ETag", Etag.quoted(object.etag()))
                        .element("Checksum" + checksum.algorithm().s3Name(), checksum.value())
                        .element("ChecksumType", checksum.type())
                        .end());
    }
}
