package dev.penstock.client;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.IntakeInfo;
import dev.penstock.contract.MultipartUploadResponse;
import dev.penstock.contract.PartUrl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;

/// Begins an upload: one URL for a small file, parts for a large one.
final class Opening {
    private static final String BEST_CHECKSUM = "auto";

    private final IntakeRoutes routes;
    private final UploadSettings settings;

    Opening(IntakeRoutes routes, UploadSettings settings) {
        this.routes = routes;
        this.settings = settings;
    }

    /// @param first the only part of a single upload, and its URL
    /// @param expiresAt the upload's deadline
    record Opened(OpenUpload upload, Optional<First> first, Instant expiresAt) {}

    record First(HashedPart part, LiveUrl url) {}

    Opened open(SourceFile file, FileToSend toSend) {
        var announcement =
                new Announcement(toSend.path(), toSend.contentType(), OptionalLong.of(file.size()));
        boolean small = file.size() <= Math.min(settings.singleLimit(), PartLayout.MAX_PART);
        return small ? openSingle(file, announcement) : openMultipart(announcement);
    }

    private Opened openSingle(SourceFile file, Announcement announcement) {
        var info = routes.info();
        var layout = PartLayout.single(file.size());
        var algorithm = bestKnown(info);
        var part = hashed(file, layout, algorithm);
        long askedAt = System.nanoTime();
        var answer = routes.requestSingle(announcement, part.checksum());
        var upload =
                new OpenUpload(
                        UploadKind.SINGLE,
                        new UploadHandle(answer.uploadId(), answer.s3Key()),
                        announcement.path(),
                        layout,
                        algorithm,
                        info.maxPartsPerRequest(),
                        Duration.ofSeconds(info.partUrlTtlSeconds()));
        var url = new PartUrl(1, answer.uploadUrl(), answer.expiresAt(), answer.requiredHeaders());
        return new Opened(
                upload,
                Optional.of(new First(part, new LiveUrl(url, askedAt))),
                answer.uploadExpiresAt());
    }

    private static Optional<ChecksumAlgorithm> bestKnown(IntakeInfo info) {
        return info.checksumAlgorithms().stream()
                .flatMap(name -> ChecksumAlgorithm.byS3Name(name).stream())
                .findFirst();
    }

    private static HashedPart hashed(
            SourceFile file, PartLayout layout, Optional<ChecksumAlgorithm> algorithm) {
        var range = file.range(layout.cut(file.size()).getFirst());
        var needed = EnumSet.noneOf(ChecksumAlgorithm.class);
        algorithm.ifPresent(needed::add);
        try {
            var sums = new RangeHasher().hash(range, needed);
            return new HashedPart(
                    1,
                    range,
                    algorithm.map(a -> new NamedChecksum(a, String.valueOf(sums.get(a)))));
        } catch (ShortFileException e) {
            throw file.shorter();
        } catch (IOException e) {
            throw new UnsendableFileException(file.path() + " cannot be read.", e);
        }
    }

    private Opened openMultipart(Announcement announcement) {
        var answer = routes.requestMultipart(announcement, settings.partSize(), BEST_CHECKSUM);
        return new Opened(upload(answer, announcement), Optional.empty(), answer.expiresAt());
    }

    OpenUpload openStream(StreamToSend toSend) {
        var announcement =
                new Announcement(toSend.path(), toSend.contentType(), OptionalLong.empty());
        return upload(
                routes.requestMultipart(announcement, settings.partSize(), BEST_CHECKSUM),
                announcement);
    }

    private static OpenUpload upload(MultipartUploadResponse answer, Announcement announcement) {
        return new OpenUpload(
                UploadKind.MULTIPART,
                new UploadHandle(answer.uploadId(), answer.s3Key()),
                announcement.path(),
                new PartLayout(answer.partSize(), answer.partGrowthEvery()),
                OpenUpload.algorithm(answer.checksumAlgorithm()),
                answer.maxPartsPerRequest(),
                Duration.ofSeconds(answer.partUrlTtlSeconds()));
    }
}
