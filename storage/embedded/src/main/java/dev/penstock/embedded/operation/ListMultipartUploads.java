package dev.penstock.embedded.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.embedded.catalog.Upload;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.S3Request;
import dev.penstock.embedded.http.XmlDocument;
import java.util.Arrays;
import java.util.List;

/// `GET /bucket?uploads`: by key and then by age, at most 1,000 a page.
final class ListMultipartUploads implements Operation {
    private static final int MAX_PAGE = 1000;
    private static final String BEHIND_EVERY_ID = "~";

    private final Storage storage;

    ListMultipartUploads(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        S3Request request = call.request();
        if (!request.parameter("delimiter").orElse("").isEmpty()) {
            throw S3Error.NOT_IMPLEMENTED.exception().with("ArgumentName", "delimiter");
        }
        storage.requireBucket(request.bucket());
        int limit = Math.min(request.number("max-uploads", MAX_PAGE), MAX_PAGE);
        List<Upload> found = find(request, limit + 1);
        return Reply.xml(200, document(request, limit, found));
    }

    private List<Upload> find(S3Request request, int limit) {
        String prefix = request.parameter("prefix").orElse("");
        String keyMarker = request.parameter("key-marker").orElse("");
        String idMarker =
                request.parameter("upload-id-marker")
                        .filter(id -> !id.isEmpty())
                        .orElse(keyMarker.isEmpty() ? "" : BEHIND_EVERY_ID);
        byte[] marker = keyMarker.getBytes(UTF_8);
        byte[] key = KeyOrder.later(prefix.getBytes(UTF_8), marker);
        boolean marked = !keyMarker.isEmpty() && Arrays.equals(key, marker);
        return storage
                .catalog()
                .read(t -> t.uploads().from(request.bucket(), key, marked ? idMarker : "", limit))
                .stream()
                .takeWhile(upload -> upload.where().key().startsWith(prefix))
                .toList();
    }

    private static String document(S3Request request, int limit, List<Upload> found) {
        KeyText keys = KeyText.of(request);
        List<Upload> page = found.subList(0, Math.min(limit, found.size()));
        boolean truncated = found.size() > limit && !page.isEmpty();
        XmlDocument document =
                XmlDocument.of("ListMultipartUploadsResult")
                        .element("Bucket", request.bucket())
                        .element(
                                "KeyMarker", keys.write(request.parameter("key-marker").orElse("")))
                        .element("UploadIdMarker", request.parameter("upload-id-marker").orElse(""))
                        .element("Prefix", keys.write(request.parameter("prefix").orElse("")))
                        .element("EncodingType", request.parameter("encoding-type"))
                        .element("MaxUploads", limit)
                        .element("IsTruncated", truncated);
        if (truncated) {
            document.element("NextKeyMarker", keys.write(page.getLast().where().key()))
                    .element("NextUploadIdMarker", page.getLast().id());
        }
        page.forEach(upload -> document.nested("Upload", () -> entry(document, upload, keys)));
        return document.end();
    }

    private static void entry(XmlDocument document, Upload upload, KeyText keys) {
        document.element("Key", keys.write(upload.where().key())).element("UploadId", upload.id());
        Owner.write(document, "Initiator");
        Owner.write(document, "Owner");
        document.element("StorageClass", "STANDARD")
                .element("Initiated", HttpDate.iso(upload.createdAt()))
                .element("ChecksumAlgorithm", upload.checksum().algorithm().s3Name())
                .element("ChecksumType", upload.checksum().type());
    }
}
