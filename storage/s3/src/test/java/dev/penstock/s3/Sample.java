package dev.penstock.s3;

import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// An upload to talk about.
final class Sample {
    static final ObjectKey KEY = new ObjectKey("some/key.bin");
    static final MultipartId UPLOAD = new MultipartId("upload-1");

    static List<StoredPart> parts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Sample::part).toList();
    }

    private static StoredPart part(int number) {
        return new StoredPart(
                PartNumber.of(number),
                ByteCount.mebibytes(5),
                new ETag("etag-of-" + number),
                Optional.empty());
    }

    static void complete(S3ObjectStore store) {
        store.complete(KEY, UPLOAD, parts(1), Optional.empty());
    }

    private Sample() {}
}
