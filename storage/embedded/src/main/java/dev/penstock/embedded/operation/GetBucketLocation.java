package dev.penstock.embedded.operation;

import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.XmlDocument;

/// `GET /bucket?location`. For us-east-1 S3 writes nothing into the element.
final class GetBucketLocation implements Operation {
    private final Storage storage;

    GetBucketLocation(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        storage.requireBucket(call.request().bucket());
        XmlDocument document = XmlDocument.of("LocationConstraint");
        if (!storage.region().equals("us-east-1")) {
            document.text(storage.region());
        }
        return Reply.xml(200, document.end());
    }
}
