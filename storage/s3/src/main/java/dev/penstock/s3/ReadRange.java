package dev.penstock.s3;

import dev.penstock.core.object.ObjectStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A run of bytes of an object, asked for with `Range` (RFC 9110, section 14.2;
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html>).
record ReadRange(long from, int length) {
    private static final int NO_SUCH_BYTES = 416;

    ReadRange {
        if (from < 0 || length < 1) {
            throw new IllegalArgumentException("no range: " + length + " bytes from " + from);
        }
    }

    String header() {
        return "bytes=%d-%d".formatted(from, from + length - 1);
    }

    /// No bytes where the storage says that the object ends before them, as it does of any range of
    /// an object of zero bytes.
    ByteBuffer read(S3Client client, GetObjectRequest request) {
        try {
            return client.getObject(request, this::bytes).orElseThrow(this::refused);
        } catch (S3Exception e) {
            if (e.statusCode() == NO_SUCH_BYTES) {
                return ByteBuffer.allocate(0);
            }
            throw e;
        }
    }

    /// Empty when these are other bytes.
    private Optional<ByteBuffer> bytes(GetObjectResponse answer, AbortableInputStream body) {
        if (answer.contentLength() == null) {
            throw RetryableException.create("GetObject: an answer without Content-Length");
        }
        long whole = answer.contentLength();
        if (whole > 0 && !beginsWhereAsked(answer)) {
            body.abort();
            return Optional.empty();
        }
        byte[] bytes = read(body, (int) Math.min(whole, length));
        if (whole > length) {
            body.abort();
        }
        return Optional.of(ByteBuffer.wrap(bytes));
    }

    /// A storage that passes ranges over answers with the whole object and no `Content-Range`.
    private boolean beginsWhereAsked(GetObjectResponse answer) {
        return answer.contentRange() == null
                ? from == 0
                : answer.contentRange().startsWith("bytes " + from + "-");
    }

    private static byte[] read(InputStream body, int length) {
        try {
            byte[] bytes = body.readNBytes(length);
            if (bytes.length < length) {
                throw RetryableException.create("GetObject: the answer broke off");
            }
            return bytes;
        } catch (IOException e) {
            throw RetryableException.create("GetObject: the answer broke off", e);
        }
    }

    private ObjectStoreException refused() {
        String message = "GetObject: the storage answered with other bytes than " + header();
        return new ObjectStoreException.Refused(message, new IllegalStateException(message));
    }
}
