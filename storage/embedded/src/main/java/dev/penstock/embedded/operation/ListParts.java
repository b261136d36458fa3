package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.catalog.Segment;
import dev.penstock.embedded.catalog.Upload;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.S3Request;
import dev.penstock.embedded.http.XmlDocument;
import java.util.List;

/// `GET /bucket/key?uploadId=…`, at most 1,000 parts a page.
final class ListParts implements Operation {
    private static final int MAX_PAGE = 1000;

    private final Storage storage;

    ListParts(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        S3Request request = call.request();
        int limit = Math.min(request.number("max-parts", MAX_PAGE), MAX_PAGE);
        int marker = request.number("part-number-marker", 0);
        Upload upload =
                storage.requireUpload(request.parameter("uploadId").orElse(""), request.where());
        List<Segment> found =
                storage.catalog()
                        .read(t -> t.segments().after(upload.content(), marker, limit + 1));
        return Reply.xml(200, document(upload, marker, limit, found));
    }

    private static String document(Upload upload, int marker, int limit, List<Segment> found) {
        List<Segment> page = found.subList(0, Math.min(limit, found.size()));
        ObjectKey where = upload.where();
        XmlDocument document =
                XmlDocument.of("ListPartsResult")
                        .element("Bucket", where.bucket())
                        .element("Key", where.key())
                        .element("UploadId", upload.id())
                        .element("PartNumberMarker", marker)
                        .element(
                                "NextPartNumberMarker",
                                page.isEmpty() ? 0 : page.getLast().partNumber())
                        .element("MaxParts", limit)
                        .element("IsTruncated", found.size() > limit && !page.isEmpty());
        Owner.write(document, "Initiator");
        Owner.write(document, "Owner");
        document.element("StorageClass", "STANDARD")
                .element("ChecksumAlgorithm", upload.checksum().algorithm().s3Name())
                .element("ChecksumType", upload.checksum().type());
        page.forEach(part ->
                document.nested("Part", () -> part(document, part, upload.checksum().algorithm())));
        return document.end();
    }

    private static void part(XmlDocument document, Segment part, ChecksumAlgorithm algorithm) {
        document.element("PartNumber", part.partNumber())
                .element("LastModified", HttpDate.iso(part.modifiedAt()))
                .element("ETag", Etag.quoted(part.md5()))
                .element("Size", part.size());
        if (algorithm == ChecksumAlgorithm.CRC64NVME) {
            document.element("ChecksumCRC64NVME", part.crc64nvme());
        }
        part.checksum().ifPresent(checksum -> checksum(document, checksum));
    }

    private static void checksum(XmlDocument document, Checksum checksum) {
        document.element("Checksum" + checksum.algorithm().s3Name(), checksum.value());
    }
}
