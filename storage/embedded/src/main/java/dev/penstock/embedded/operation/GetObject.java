package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.S3Request;
import java.util.Optional;

/// `GET /bucket/key`, whole or one range.
final class GetObject implements Operation {
    private final Storage storage;

    GetObject(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        ObjectKey where = call.request().where();
        storage.requireBucket(where.bucket());
        StoredObject object =
                storage.housekeeping()
                        .contents()
                        .open(() -> storage.catalog().read(t -> t.objects().find(where)))
                        .orElseThrow(() -> Storage.noSuchKey(where));
        try {
            ReadConditions.check(call.request(), object);
            return reply(call.request(), object);
        } catch (RuntimeException e) {
            storage.housekeeping().contents().release(object.content());
            throw e;
        }
    }

    private Reply reply(S3Request request, StoredObject object) {
        Optional<ByteRange> range =
                request.header("range")
                        .filter(_ -> rangeStillMeant(request, object))
                        .flatMap(header -> ByteRange.parse(header, object.size()));
        Reply reply =
                Reply.of(range.isPresent() ? 206 : 200)
                        .with(ObjectReply.headers(request, object))
                        .with(
                                new ContentBody(
                                        storage,
                                        object,
                                        range.orElse(new ByteRange(0, object.size()))));
        return range.map(r -> reply.with("Content-Range", r.contentRange(object.size())))
                .orElseGet(() -> reply.with(ObjectReply.checksum(request, object.checksum())));
    }

    /// `If-Range` (RFC 9110 section 13.1.5): a range of another version is of no use, all of this
    /// one is.
    private static boolean rangeStillMeant(S3Request request, StoredObject object) {
        return request.header("if-range")
                .filter(condition -> !Etag.unquoted(condition).equals(object.etag()))
                .filter(condition -> !condition.equals(HttpDate.format(object.modifiedAt())))
                .isEmpty();
    }
}
