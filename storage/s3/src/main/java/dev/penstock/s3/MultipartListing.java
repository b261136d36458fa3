package dev.penstock.s3;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/// Reads all pages of `ListMultipartUploads` below one key
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html>).
final class MultipartListing {
    /// A listing of one key that has more pages does not get on.
    private static final int MOST_PAGES = 100;

    private MultipartListing() {}

    /// @throws ObjectStoreException.Unavailable when the listing does not get on
    static List<MultipartId> all(
            String bucket,
            ObjectKey key,
            Function<ListMultipartUploadsRequest, ListMultipartUploadsResponse> ask) {
        var request = ListMultipartUploadsRequest.builder().bucket(bucket).prefix(key.value());
        var all = new ArrayList<MultipartId>();
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            ListMultipartUploadsResponse page = ask.apply(request.build());
            page.uploads().stream()
                    .filter(u -> u.key().equals(key.value()))
                    .map(MultipartUpload::uploadId)
                    .map(MultipartId::new)
                    .forEach(all::add);
            if (!Boolean.TRUE.equals(page.isTruncated())) {
                return List.copyOf(all);
            }
            request.keyMarker(page.nextKeyMarker()).uploadIdMarker(page.nextUploadIdMarker());
        }
        String message = "ListMultipartUploads says again and again that there is more";
        throw new ObjectStoreException.Unavailable(message, new IllegalStateException(message));
    }
}
