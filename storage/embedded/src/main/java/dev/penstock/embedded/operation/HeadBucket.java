package dev.penstock.embedded.operation;

import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;

/// `HEAD /bucket`.
final class HeadBucket implements Operation {
    private final Storage storage;

    HeadBucket(Storage storage) {
        this.storage = storage;
    }

    @Override
    public Reply handle(Call call) {
        storage.requireBucket(call.request().bucket());
        return Reply.of(200).with("x-amz-bucket-region", storage.region());
    }
}
