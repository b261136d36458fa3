package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.Tables;
import dev.penstock.embedded.catalog.Upload;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.S3Request;

/// `DELETE /bucket/key?uploadId=…`.
final class AbortMultipartUpload implements Operation {
    private final Storage storage;

    AbortMultipartUpload(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        S3Request request = call.request();
        Upload upload =
                storage.requireUpload(request.parameter("uploadId").orElse(""), request.where());
        storage.catalog().update(tables -> abort(tables, upload));
        storage.housekeeping().deletionsAdded();
        return Reply.of(204);
    }

    private static void abort(Tables tables, Upload upload) {
        if (!tables.uploads().close(upload)) {
            throw Storage.noSuchUpload(upload.id());
        }
        tables.deletions().addContent(upload.content());
    }
}
