package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.ObjectKey;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.XmlDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `POST /bucket?delete`: up to 1,000 keys in one transaction.
final class DeleteObjects implements Operation {
    private static final int MAX_BODY = 2 * 1024 * 1024;

    private final Storage storage;

    DeleteObjects(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        String bucket = call.request().bucket();
        storage.requireBucket(bucket);
        DeleteRequest request = DeleteRequest.parse(SmallBody.readProven(call, MAX_BODY));
        List<ObjectKey> deleted = new ArrayList<>();
        Map<String, S3Exception> failed = new LinkedHashMap<>();
        for (DeleteRequest.Item item : request.items()) {
            try {
                deleted.add(where(bucket, item));
            } catch (S3Exception e) {
                failed.put(item.key(), e);
            }
        }
        storage.catalog().update(tables -> deleted.forEach(tables.objects()::delete));
        storage.housekeeping().deletionsAdded();
        return Reply.xml(200, document(request.answer(), deleted, failed));
    }

    private static ObjectKey where(String bucket, DeleteRequest.Item item) {
        if (item.conditional()) {
            throw S3Error.NOT_IMPLEMENTED.exception();
        }
        return new ObjectKey(bucket, item.key());
    }

    private static String document(
            DeleteRequest.Answer answer, List<ObjectKey> deleted, Map<String, S3Exception> failed) {
        XmlDocument document = XmlDocument.of("DeleteResult");
        if (answer == DeleteRequest.Answer.VERBOSE) {
            deleted.forEach(where ->
                    document.nested("Deleted", () -> document.element("Key", where.key())));
        }
        failed.forEach((key, refusal) ->
                document.nested(
                        "Error",
                        () ->
                                document.element("Key", key)
                                        .element("Code", refusal.error().code())
                                        .element("Message", refusal.sentence())));
        return document.end();
    }
}
