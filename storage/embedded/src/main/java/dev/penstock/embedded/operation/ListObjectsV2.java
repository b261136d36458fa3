package dev.penstock.embedded.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.S3Request;
import dev.penstock.embedded.http.XmlDocument;

/// `GET /bucket?list-type=2`, at most 1,000 entries a page.
final class ListObjectsV2 implements Operation {
    private static final int MAX_PAGE = 1000;

    private final Storage storage;

    ListObjectsV2(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        S3Request request = call.request();
        if (!request.parameter("list-type").orElse("").equals("2")) {
            throw S3Error.NOT_IMPLEMENTED.exception();
        }
        storage.requireBucket(request.bucket());
        ObjectPage.Query query =
                new ObjectPage.Query(
                        request.bucket(),
                        request.parameter("prefix").orElse(""),
                        request.parameter("delimiter").orElse(""),
                        Math.min(request.number("max-keys", MAX_PAGE), MAX_PAGE));
        byte[] from = KeyOrder.later(query.prefix().getBytes(UTF_8), begin(request));
        ObjectPage page =
                storage.catalog().read(tables -> ObjectPage.read(tables.objects(), query, from));
        return Reply.xml(200, document(request, query, page));
    }

    private static byte[] begin(S3Request request) {
        String token = request.parameter("continuation-token").orElse("");
        if (!token.isEmpty()) {
            if (!token.matches("([0-9a-f]{2}){1,1100}")) {
                throw S3Error.INVALID_ARGUMENT
                        .exception("The continuation token provided is incorrect")
                        .with("ArgumentName", "continuation-token");
            }
            return new ObjectPage.Place(token).key();
        }
        return request.parameter("start-after")
                .filter(key -> !key.isEmpty())
                .map(KeyOrder::after)
                .orElse(new byte[0]);
    }

    private static String document(S3Request request, ObjectPage.Query query, ObjectPage page) {
        KeyText keys = KeyText.of(request);
        XmlDocument document =
                XmlDocument.of("ListBucketResult")
                        .element("Name", query.bucket())
                        .element("Prefix", keys.write(query.prefix()))
                        .element("StartAfter", request.parameter("start-after").map(keys::write))
                        .element("ContinuationToken", request.parameter("continuation-token"))
                        .element("KeyCount", page.size())
                        .element("MaxKeys", query.limit())
                        .element("Delimiter", request.parameter("delimiter").map(keys::write))
                        .element("EncodingType", request.parameter("encoding-type"))
                        .element("IsTruncated", page.next().isPresent())
                        .element("NextContinuationToken", page.next().map(ObjectPage.Place::hex));
        page.objects()
                .forEach(
                        object -> document.nested("Contents", () -> entry(document, object, keys)));
        page.prefixes()
                .forEach(prefix ->
                        document.nested(
                                "CommonPrefixes",
                                () -> document.element("Prefix", keys.write(prefix))));
        return document.end();
    }

    private static void entry(XmlDocument document, StoredObject object, KeyText keys) {
        document.element("Key", keys.write(object.where().key()))
                .element("LastModified", HttpDate.iso(object.modifiedAt()))
                .element("ETag", Etag.quoted(object.etag()))
                .element("ChecksumAlgorithm", object.checksum().algorithm().s3Name())
                .element("ChecksumType", object.checksum().type())
                .element("Size", object.size())
                .element("StorageClass", "STANDARD");
    }
}
