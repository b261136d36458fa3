package dev.penstock.embedded.operation;

import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.catalog.ObjectChecksum;
import dev.penstock.embedded.catalog.UploadChecksum;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.S3Request;
import java.util.Arrays;
import java.util.Optional;

/// What a completion says about the whole object: its checksum and its size.
final class PromisedWhole {
    private static final String TYPE = "x-amz-checksum-type";
    private static final String SIZE = "x-amz-mp-object-size";

    /// @param size bytes
    /// @throws dev.penstock.embedded.error.S3Exception `BadDigest` or `InvalidRequest`
    static void check(S3Request request, UploadChecksum upload, ObjectChecksum whole, long size) {
        request.header(TYPE)
                .filter(type -> !type.equals(upload.type().name()))
                .ifPresent(_ -> {
                    throw S3Error.INVALID_REQUEST.exception(
                            "The upload was created using the "
                                    + upload.type()
                                    + " checksum mode. The complete request must use the"
                                    + " same checksum mode.");
                });
        checkSize(request, size);
        checkValue(request, whole);
    }

    private static void checkSize(S3Request request, long size) {
        Optional<String> promised = request.header(SIZE);
        if (promised.isEmpty()) {
            return;
        }
        if (!promised.get().matches("[0-9]{1,18}")) {
            throw S3Error.INVALID_REQUEST.exception(
                    "Value for " + SIZE + " header is invalid: '" + promised.get() + "'");
        }
        if (Long.parseLong(promised.get()) != size) {
            throw S3Error.INVALID_REQUEST.exception(
                    "The provided '"
                            + SIZE
                            + "' header value does not match what was computed: "
                            + size);
        }
    }

    /// A composite value may come with or without the number of parts behind it.
    private static void checkValue(S3Request request, ObjectChecksum whole) {
        Optional<Checksum> promised = promised(request, whole);
        if (promised.isEmpty()) {
            return;
        }
        boolean holds =
                promised.get().algorithm() == whole.algorithm()
                        && Arrays.asList(whole.value(), whole.value().replaceFirst("-[0-9]+$", ""))
                                .contains(promised.get().value());
        if (!holds) {
            throw S3Error.BAD_DIGEST
                    .exception(
                            "The "
                                    + promised.get().algorithm().s3Name()
                                    + " you specified did not match the calculated checksum.")
                    .with("CalculatedDigest", whole.value());
        }
    }

    private static Optional<Checksum> promised(S3Request request, ObjectChecksum whole) {
        Optional<String> composite = request.header(whole.algorithm().headerName());
        return composite.isPresent()
                ? composite.map(value -> new Checksum(whole.algorithm(), value))
                : DeclaredChecksums.of(request.headers()).checksum();
    }

    private PromisedWhole() {}
}
