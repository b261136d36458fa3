package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;

/// `DELETE /bucket/key`. Deleting what is not there is fine.
final class DeleteObject implements Operation {
    private final Storage storage;

    DeleteObject(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        ObjectKey where = call.request().where();
        if (call.request().headers().has("if-match")) {
            throw S3Error.NOT_IMPLEMENTED.exception().with("Header", "If-Match");
        }
        storage.requireBucket(where.bucket());
        storage.catalog().update(tables -> tables.objects().delete(where));
        storage.housekeeping().deletionsAdded();
        return Reply.of(204);
    }
}
