package dev.penstock.server.support;

import dev.penstock.testkit.misbehaving.StorageBehind;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What a bucket really holds, seen past whatever misbehaves before it.
public final class BucketContents implements AutoCloseable {
    private final S3Client client;
    private final String bucket;

    public BucketContents(StorageBehind storage) {
        this.bucket = storage.bucket();
        this.client =
                S3Client.builder()
                        .endpointOverride(storage.endpoint())
                        .region(Region.of(storage.region()))
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                storage.credentials().accessKey(),
                                                storage.credentials().secretKey())))
                        .build();
    }

    public List<String> objects() {
        return client.listObjectsV2(r -> r.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /// The keys of unfinished uploads.
    public List<String> unfinished() {
        return client.listMultipartUploads(r -> r.bucket(bucket)).uploads().stream()
                .map(MultipartUpload::key)
                .toList();
    }

    /// What was on its way lands: an object, and an upload that nobody ends.
    public void land(String key) {
        client.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString("late"));
        client.createMultipartUpload(r -> r.bucket(bucket).key(key));
    }

    public boolean isEmpty() {
        return objects().isEmpty() && unfinished().isEmpty();
    }

    @Override
    public void close() {
        client.close();
    }
}
