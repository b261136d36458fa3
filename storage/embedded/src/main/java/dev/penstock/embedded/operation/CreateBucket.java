package dev.penstock.embedded.operation;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import java.io.IOException;

/// `PUT /bucket`. Making one's own bucket again is fine in us-east-1 and a conflict elsewhere, as
/// in S3.
final class CreateBucket implements Operation {
    private static final int MAX_BODY = 64 * 1024;

    private final Storage storage;

    CreateBucket(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) throws IOException {
        String bucket = call.request().bucket();
        BucketName.check(bucket);
        SmallBody.read(call, MAX_BODY);
        boolean fresh =
                storage.catalog().write(tables -> tables.buckets().create(bucket, storage.now()));
        if (!fresh && !storage.region().equals("us-east-1")) {
            throw S3Error.BUCKET_ALREADY_OWNED_BY_YOU.exception().with("BucketName", bucket);
        }
        return Reply.of(200).with("Location", "/" + bucket);
    }
}
