package dev.penstock.s3;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.ObjectStoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/// Reads all pages of `ListMultipartUploads` below one key
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html>).
final class MultipartListing {
    /// More pages than this many thousand uploads of one key would fill mean that a listing does
    /// not get on.
    private static final int MOST_PAGES = 100;

    private MultipartListing() {}

    /// @param ask makes the call with what it is told to add to its request
    static List<MultipartId> all(
            ObjectKey key,
            Function<UnaryOperator<ListMultipartUploadsRequest.Builder>, ListMultipartUploadsResponse>
                    ask) {
        var all = new ArrayList<MultipartId>();
        ListMultipartUploadsResponse page = ask.apply(request -> request.prefix(key.value()));
        for (int pages = 1; true; pages++) {
            page.uploads().stream()
                    .filter(u -> u.key().equals(key.value()))
                    .map(MultipartUpload::uploadId)
                    .map(MultipartId::new)
                    .forEach(all::add);
            if (!Boolean.TRUE.equals(page.isTruncated())) {
                return List.copyOf(all);
            }
            page = next(key, page, pages, ask);
        }
    }

    private static ListMultipartUploadsResponse next(
            ObjectKey key,
            ListMultipartUploadsResponse page,
            int pages,
            Function<UnaryOperator<ListMultipartUploadsRequest.Builder>, ListMultipartUploadsResponse>
                    ask) {
        if (pages >= MOST_PAGES || page.nextKeyMarker() == null) {
            String message = "ListMultipartUploads says that there is more, and does not get there";
            throw new ObjectStoreException.Unavailable(message, new IllegalStateException(message));
        }
        return ask.apply(request ->
                request.prefix(key.value())
                        .keyMarker(page.nextKeyMarker())
                        .uploadIdMarker(page.nextUploadIdMarker()));
    }
}
