package dev.penstock.embedded.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.penstock.embedded.catalog.StoredHeaders;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.RequestHeaders;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The headers of a request that are kept with the object.
final class ObjectHeaders {
    private static final String METADATA = "x-amz-meta-";
    private static final int MAX_METADATA_BYTES = 2048;
    private static final Set<String> KEPT =
            Set.of(
                    "cache-control",
                    "content-disposition",
                    "content-language",
                    "content-type",
                    "expires");

    /// @throws dev.penstock.embedded.error.S3Exception `MetadataTooLarge`
    static StoredHeaders of(RequestHeaders request) {
        TreeMap<String, String> kept = new TreeMap<>();
        request.all()
                .forEach((name, value) -> {
                    if (KEPT.contains(name) || name.startsWith(METADATA)) {
                        kept.put(name, value);
                    }
                });
        encoding(request).ifPresent(value -> kept.put("content-encoding", value));
        checkMetadata(kept);
        return new StoredHeaders(kept);
    }

    /// `aws-chunked` is how the bytes travelled, not what they are.
    private static Optional<String> encoding(RequestHeaders request) {
        return request.find("content-encoding")
                .map(value ->
                        Arrays.stream(value.split(",", -1))
                                .map(String::strip)
                                .filter(coding -> !coding.equals("aws-chunked"))
                                .collect(Collectors.joining(",")))
                .filter(value -> !value.isEmpty());
    }

    private static void checkMetadata(Map<String, String> kept) {
        int bytes =
                kept.entrySet().stream()
                        .filter(header -> header.getKey().startsWith(METADATA))
                        .mapToInt(header ->
                                header.getKey().length()
                                        - METADATA.length()
                                        + header.getValue().getBytes(ISO_8859_1).length)
                        .sum();
        if (bytes > MAX_METADATA_BYTES) {
            throw S3Error.METADATA_TOO_LARGE
                    .exception()
                    .with("Size", bytes)
                    .with("MaxSizeAllowed", MAX_METADATA_BYTES);
        }
    }

    private ObjectHeaders() {}
}
