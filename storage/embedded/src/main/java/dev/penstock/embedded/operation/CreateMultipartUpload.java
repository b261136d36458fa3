package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.catalog.Upload;
import dev.penstock.embedded.catalog.UploadChecksum;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.XmlDocument;
import java.time.Instant;

/// `POST /bucket/key?uploads`.
final class CreateMultipartUpload implements Operation {
    private final Storage storage;

    CreateMultipartUpload(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        ObjectKey where = call.request().where();
        storage.requireBucket(where.bucket());
        Instant now = storage.now();
        UploadChecksum checksum = ChosenChecksum.of(call.request());
        Upload upload =
                new Upload(
                        UploadId.create(now, storage.random()),
                        where,
                        storage.catalog().nextContent(),
                        now,
                        ObjectHeaders.of(call.request().headers()),
                        checksum,
                        0);
        storage.catalog().update(tables -> tables.uploads().add(upload));
        return Reply.xml(
                        200,
                        XmlDocument.of("InitiateMultipartUploadResult")
                                .element("Bucket", where.bucket())
                                .element("Key", where.key())
                                .element("UploadId", upload.id())
                                .end())
                .with(ChosenChecksum.headers(checksum));
    }
}
