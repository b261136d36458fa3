package dev.penstock.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.Download;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStore;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.object.PresignedPut;
import dev.penstock.core.object.StoredPart;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// A multipart upload that a test has opened.
///
/// @param checksum the algorithm that its parts carry
record OpenUpload(
        ObjectStore store, ObjectKey key, MultipartId id, Optional<ChecksumAlgorithm> checksum) {
    static final Duration TTL = Duration.ofMinutes(5);
    static final int MIN_PART = 5 << 20;

    /// Under a key of its own.
    static OpenUpload at(ObjectStore store) {
        return at(store, freshKey("file.bin"));
    }

    static OpenUpload at(ObjectStore store, ObjectKey key) {
        return open(store, key, Optional.empty());
    }

    static OpenUpload with(ObjectStore store, ChecksumAlgorithm checksum) {
        return open(store, freshKey("file.bin"), Optional.of(checksum));
    }

    static ObjectKey freshKey(String name) {
        return new ObjectKey("contract/" + UUID.randomUUID() + "/" + name);
    }

    /// The same bytes for the same seed.
    static byte[] bytes(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static OpenUpload open(
            ObjectStore store, ObjectKey key, Optional<ChecksumAlgorithm> checksum) {
        MultipartId id = store.createMultipart(key, "application/octet-stream", checksum);
        return new OpenUpload(store, key, id, checksum);
    }

    /// Any bytes.
    PresignedPut sign(int number) {
        return sign(new PartToSign(PartNumber.of(number), Optional.empty(), Optional.empty()));
    }

    /// Exactly this many bytes.
    PresignedPut signSized(int number, long size) {
        return sign(
                new PartToSign(
                        PartNumber.of(number),
                        Optional.of(ByteCount.bytes(size)),
                        Optional.empty()));
    }

    /// Exactly the bytes of this length and checksum.
    PresignedPut sign(int number, long size, Checksum checksum) {
        return sign(
                new PartToSign(
                        PartNumber.of(number),
                        Optional.of(ByteCount.bytes(size)),
                        Optional.of(checksum)));
    }

    private PresignedPut sign(PartToSign part) {
        return store.presignParts(key, id, List.of(part), TTL).getFirst();
    }

    /// Sends a part as clients do, with the upload's checksum where it has one.
    void send(int number, byte[] body) {
        PresignedPut url =
                checksum.map(a -> sign(number, body.length, ReferenceChecksum.of(a, body)))
                        .orElseGet(() -> signSized(number, body.length));
        HttpResponse<byte[]> answer = Wire.put(url, body);
        assertThat(answer.statusCode()).as("status of part %d", number).isEqualTo(200);
        assertThat(answer.headers().firstValue("etag")).as("ETag of part %d", number).isPresent();
    }

    List<StoredPart> listed() {
        return store.listAllParts(key, id);
    }

    List<Integer> listedNumbers() {
        return listed().stream().map(part -> part.number().value()).toList();
    }

    /// Of all parts that the storage lists.
    void complete() {
        store.complete(key, id, listed(), Optional.empty());
    }

    /// What a presigned URL of the object answers.
    byte[] read() {
        Download download = new Download(key, "attachment", "application/octet-stream");
        HttpResponse<byte[]> answer = Wire.get(store.presignGet(download, TTL).url());
        assertThat(answer.statusCode()).as("status of the read").isEqualTo(200);
        return answer.body();
    }
}
