package dev.penstock.embedded.operation;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.embedded.blob.IncomingBlob;
import dev.penstock.embedded.catalog.Checksum;
import dev.penstock.embedded.catalog.ChecksumType;
import dev.penstock.embedded.catalog.Segment;
import dev.penstock.embedded.catalog.Tables;
import dev.penstock.embedded.catalog.Upload;
import dev.penstock.embedded.catalog.UploadChecksum;
import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.http.Call;
import dev.penstock.embedded.http.Operation;
import dev.penstock.embedded.http.Reply;
import dev.penstock.embedded.http.S3Request;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// `PUT /bucket/key?partNumber=n&uploadId=…`. A number that is there already gets the new bytes; of
/// two at once the one that is committed last stays.
final class UploadPart implements Operation {
    private final Storage storage;
    private final Receiver receiver;

    UploadPart(Storage storage) {
        this.storage = storage;
        this.receiver = new Receiver(storage.limits());
    }

    @Override
    public Reply handle(Call call) throws IOException {
        S3Request request = call.request();
        int partNumber = partNumber(request.parameter("partNumber").orElse(""));
        String id = request.parameter("uploadId").orElse("");
        DeclaredChecksums declared = DeclaredChecksums.of(request.headers());
        receiver.checkLength(call);
        Upload upload = storage.requireUpload(id, request.where());
        Optional<ChecksumAlgorithm> algorithm = agreed(declared, upload.checksum());
        try (IncomingBlob blob = storage.blobs().create()) {
            ReceivedBlob received = receiver.receive(call, blob, declared, algorithm);
            Segment segment = received.segment(partNumber, storage.now());
            blob.commit(() -> {
                storage.catalog().update(tables -> put(tables, upload, segment));
                return segment;
            });
            storage.housekeeping().deletionsAdded();
            Checksum checksum = received.checksum();
            return Reply.of(200)
                    .with("ETag", Etag.quoted(segment.md5()))
                    .with(checksum.algorithm().headerName(), checksum.value());
        }
    }

    private static void put(Tables tables, Upload upload, Segment segment) {
        if (!tables.uploads().touch(upload)) {
            throw Storage.noSuchUpload(upload.id());
        }
        tables.segments().put(upload.content(), segment);
    }

    private int partNumber(String text) {
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > storage.limits().maxParts()) {
            throw S3Error.INVALID_ARGUMENT
                    .exception(
                            "Part number must be an integer between 1 and "
                                    + storage.limits().maxParts()
                                    + ", inclusive")
                    .with("ArgumentName", "partNumber")
                    .with("ArgumentValue", text);
        }
        return number;
    }

    /// Which algorithm a part is hashed with beside the usual ones: the upload's if it chose one,
    /// which the part must not contradict, and must name where the object's checksum is made of its
    /// parts'.
    private static Optional<ChecksumAlgorithm> agreed(
            DeclaredChecksums declared, UploadChecksum upload) {
        Optional<ChecksumAlgorithm> sent = declared.algorithm();
        boolean fits =
                upload.chosen().isEmpty()
                        || sent.equals(upload.chosen())
                        || (sent.isEmpty() && upload.type() == ChecksumType.FULL_OBJECT);
        if (!fits) {
            throw S3Error.INVALID_REQUEST.exception(
                    "Checksum Type mismatch occurred, expected checksum Type: "
                            + name(upload.chosen())
                            + ", actual checksum Type: "
                            + name(sent));
        }
        return upload.chosen().or(() -> sent);
    }

    private static String name(Optional<ChecksumAlgorithm> algorithm) {
        return algorithm.map(a -> a.s3Name().toLowerCase(Locale.ROOT)).orElse("null");
    }
}
