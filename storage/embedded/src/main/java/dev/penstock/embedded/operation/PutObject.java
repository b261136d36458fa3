package dev.penstock.embedded.operation;

import dev.penstock.embedded.blob.IncomingBlob;
import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.catalog.ChecksumType;
import dev.penstock.embedded.catalog.ObjectChecksum;
import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.catalog.Segment;
import dev.penstock.embedded.catalog.StoredHeaders;
import dev.penstock.embedded.catalog.StoredObject;
import dev.penstock.embedded.catalog.Tables;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// `PUT /bucket/key`.
final class PutObject implements Operation {
    private final Storage storage;
    private final Receiver receiver;

    PutObject(Storage storage) {
        this.storage = storage;
        this.receiver = new Receiver(storage.limits());
    }

    @Override
    public Reply handle(Call call) throws IOException {
        ObjectKey where = call.request().where();
        WriteConditions conditions = WriteConditions.of(call.request());
        DeclaredChecksums declared = DeclaredChecksums.of(call.request().headers());
        StoredHeaders headers = ObjectHeaders.of(call.request().headers());
        receiver.checkLength(call);
        storage.requireBucket(where.bucket());
        conditions.check(where, storage.catalog().read(t -> t.objects().find(where)));
        try (IncomingBlob blob = storage.blobs().create()) {
            ReceivedBlob received = receiver.receive(call, blob, declared, declared.algorithm());
            StoredObject object = object(where, headers, received);
            Segment segment = received.segment(1, object.modifiedAt());
            blob.commit(() -> {
                storage.catalog().update(t -> put(t, conditions, object, segment));
                return object;
            });
            storage.housekeeping().deletionsAdded();
            return Reply.of(200)
                    .with("ETag", Etag.quoted(object.etag()))
                    .with(ObjectReply.checksum(object.checksum()));
        }
    }

    private static void put(
            Tables tables, WriteConditions conditions, StoredObject object, Segment segment) {
        if (!tables.buckets().exists(object.where().bucket())) {
            throw Storage.noSuchBucket(object.where().bucket());
        }
        conditions.check(object.where(), tables.objects().find(object.where()));
        tables.segments().put(object.content(), segment);
        tables.segments().join(object.content());
        tables.objects().put(object);
    }

    private StoredObject object(ObjectKey where, StoredHeaders headers, ReceivedBlob received) {
        Instant now = storage.now();
        Checksum checksum = received.checksum();
        return new StoredObject(
                where,
                storage.catalog().nextContent(),
                received.size(),
                received.md5(),
                now,
                headers,
                new ObjectChecksum(
                        checksum.algorithm(), ChecksumType.FULL_OBJECT, checksum.value()),
                Optional.empty());
    }
}
