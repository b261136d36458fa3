package dev.penstock.client.fake;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.IntakeInfo;
import dev.penstock.contract.MultipartUploadResponse;
import dev.penstock.contract.PresignedUploadResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How uploads begin: the plan and the checksum algorithms that the service proposes.
final class FakeOpening {
    private static final int MOST_PARTS_PER_REQUEST = 500;
    private static final int URL_SECONDS = 900;

    volatile long partSize = 8L << 20;
    volatile long mostDirectBytes = 256L << 20;
    volatile boolean off;
    volatile OptionalInt growth = OptionalInt.empty();
    volatile List<ChecksumAlgorithm> algorithms =
            List.of(ChecksumAlgorithm.CRC64NVME, ChecksumAlgorithm.CRC32C, ChecksumAlgorithm.MD5);

    IntakeInfo info() {
        return new IntakeInfo(
                "Large files",
                /* active= */ true,
                !off,
                /* allowMultipleFiles= */ false,
                mostDirectBytes,
                5L << 40,
                List.of(),
                /* requireDeclaredParts= */ true,
                /* requireChecksums= */ true,
                algorithms.stream().map(ChecksumAlgorithm::s3Name).toList(),
                MOST_PARTS_PER_REQUEST,
                URL_SECONDS);
    }

    FakeUpload single(FakeQuery query) {
        var length = query.number("contentLength");
        return new FakeUpload(
                query.text("path"),
                query.text("contentType"),
                length,
                length.orElseThrow(),
                OptionalInt.empty(),
                query.find("checksumAlgorithm").map(ChecksumAlgorithm::valueOf),
                /* single= */ true);
    }

    static FakeAnswer presented(FakeUpload upload, FakeStorage storage, FakeQuery query) {
        var url = storage.presign(upload, 1, upload.contentLength, query.find("checksum"));
        return FakeAnswer.ok(
                new PresignedUploadResponse(
                        url.uploadUrl(),
                        upload.key(),
                        upload.id,
                        url.expiresAt(),
                        url.requiredHeaders(),
                        Instant.now().plusSeconds(3600)));
    }

    FakeUpload multipart(FakeQuery query) {
        var length = query.number("contentLength");
        return new FakeUpload(
                query.text("path"),
                query.text("contentType"),
                length,
                query.number("partSize").orElse(partSize),
                length.isPresent() ? OptionalInt.empty() : growth,
                query.text("checksumAlgorithm").equals("auto")
                        ? algorithms.stream().findFirst()
                        : Optional.empty(),
                /* single= */ false);
    }

    static FakeAnswer presented(FakeUpload upload) {
        var status = upload.status();
        return FakeAnswer.ok(
                new MultipartUploadResponse(
                        upload.id,
                        upload.key(),
                        upload.partSize,
                        status.partCount(),
                        upload.growth,
                        MOST_PARTS_PER_REQUEST,
                        URL_SECONDS,
                        status.checksumAlgorithm(),
                        status.expiresAt()));
    }

    FakeUpload byAnother(OptionalLong length, Optional<ChecksumAlgorithm> algorithm) {
        return new FakeUpload(
                "other.bin", "a/b", length, partSize, growth, algorithm, /* single= */ false);
    }
}
