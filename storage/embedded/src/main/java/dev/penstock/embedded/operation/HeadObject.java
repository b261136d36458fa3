package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.S3Request;

/// `HEAD /bucket/key`.
final class HeadObject implements Operation {
    private final Storage storage;

    HeadObject(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        S3Request request = call.request();
        ObjectKey where = request.where();
        storage.requireBucket(where.bucket());
        StoredObject object =
                storage.catalog()
                        .read(t -> t.objects().find(where))
                        .orElseThrow(() -> Storage.noSuchKey(where));
        ReadConditions.check(request, object);
        Reply reply = Reply.of(200).with(ObjectReply.headers(request, object));
        return request.header("range")
                .flatMap(header -> ByteRange.parse(header, object.size()))
                .map(range -> part(reply, range, object.size()))
                .orElseGet(() ->
                        reply.with("Content-Length", Long.toString(object.size()))
                                .with(ObjectReply.checksum(request, object.checksum())));
    }

    private static Reply part(Reply whole, ByteRange range, long size) {
        return Reply.of(206)
                .with(whole.headers())
                .with("Content-Length", Long.toString(range.length()))
                .with("Content-Range", range.contentRange(size));
    }
}
