package dev.penstock.core.upload;

import dev.penstock.core.intake.IntakeLimits.DeclaredParts;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.PartToSign;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Holds a request for part URLs against what was announced and what the intake demands, before
/// anything is signed. All or nothing: one wrong item refuses the call. Pure.
public final class PartUrlsCheck {
    /// Most URLs that one call gives.
    public static final int MAX_PARTS = 500;

    private final Announcement announcement;
    private final DeclaredParts declaredParts;

    private PartUrlsCheck(Announcement announcement, DeclaredParts declaredParts) {
        this.announcement = announcement;
        this.declaredParts = declaredParts;
    }

    /// @param requested in the order in which the URLs are wanted
    /// @return the same parts in the same order; that of a single upload with the size and checksum
    ///   announced for it
    /// @throws ProblemException `invalid-parameter` for no parts, repeated numbers, impossible
    ///   sizes and malformed checksums; `too-many-part-numbers`, `part-number-out-of-range`,
    ///   `size-required`, `checksum-required`, `unsupported-checksum`
    public static List<PartToSign> check(
            Announcement announcement, DeclaredParts declaredParts, List<RequestedPart> requested) {
        return new PartUrlsCheck(announcement, declaredParts).check(requested);
    }

    private List<PartToSign> check(List<RequestedPart> requested) {
        requireCount(requested.size());
        requested.forEach(this::requireInRange);
        requireDistinct(requested);
        requested.forEach(this::requireSize);
        requireTotal(requested);
        return requested.stream().map(this::toSign).toList();
    }

    private PartToSign toSign(RequestedPart part) {
        PartToSign stated = stated(part);
        return switch (announcement.kind()) {
            case MULTIPART -> requireChecksum(stated);
            case SINGLE -> asAnnounced(stated);
            case DIRECT -> throw noUrls();
        };
    }

    /// The service sends them itself; the table of states lets no call come here.
    private static IllegalStateException noUrls() {
        return new IllegalStateException("a direct upload has no part URLs");
    }

    private PartToSign stated(RequestedPart part) {
        return new PartToSign(
                PartNumber.of(part.number()),
                part.size().map(ByteCount::bytes),
                part.checksumBase64().map(base64 -> checksum(part.number(), base64)));
    }

    // --- numbers

    private static void requireCount(int count) {
        if (count == 0) {
            throw invalid("Name at least one part.");
        }
        if (count > MAX_PARTS) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_PART_NUMBERS,
                    "One call gives at most %d part URLs, not %d: ask in several calls."
                            .formatted(MAX_PARTS, count));
        }
    }

    private void requireInRange(RequestedPart part) {
        if (part.number() < 1 || part.number() > highestNumber()) {
            throw new ProblemException(
                    ProblemCode.PART_NUMBER_OUT_OF_RANGE,
                    "Part number %d is out of range: this upload's parts are numbered 1 to %d."
                            .formatted(part.number(), highestNumber()));
        }
    }

    /// Every part but the last has at least 5 MiB, so a known length allows no more parts than
    /// that.
    private long highestNumber() {
        return switch (announcement.kind()) {
            case SINGLE -> 1;
            case DIRECT -> throw noUrls();
            case MULTIPART ->
                    announcement
                            .length()
                            .map(length -> length.dividedInto(PartPlan.MIN_PART))
                            .map(count -> Math.min(count, PartNumber.MAX))
                            .orElse((long) PartNumber.MAX);
        };
    }

    private static void requireDistinct(List<RequestedPart> requested) {
        var seen = new HashSet<Integer>();
        for (RequestedPart part : requested) {
            if (!seen.add(part.number())) {
                throw invalid("Part number %d is named twice.".formatted(part.number()));
            }
        }
    }

    // --- sizes

    private void requireSize(RequestedPart part) {
        part.size().ifPresent(size -> requirePossible(part.number(), size));
        if (part.size().isEmpty()
                && declaredParts == DeclaredParts.REQUIRED
                && announcement.kind() == UploadKind.MULTIPART) {
            throw new ProblemException(
                    ProblemCode.SIZE_REQUIRED,
                    "This intake wants the size of every part: send {\"partNumber\": %d, \"size\": bytes}."
                            .formatted(part.number()));
        }
    }

    private static void requirePossible(int number, long size) {
        if (size < 1 || size > PartPlan.MAX_PART.value()) {
            throw invalid(
                    "Part %d cannot have %d bytes: a part has 1 to %d."
                            .formatted(number, size, PartPlan.MAX_PART.value()));
        }
    }

    private void requireTotal(List<RequestedPart> requested) {
        long stated = requested.stream().mapToLong(p -> p.size().orElse(0L)).sum();
        announcement
                .length()
                .filter(length -> stated > length.value())
                .ifPresent(length -> {
                    throw invalid(
                            "The sizes add up to %d bytes, but the file was announced with %d."
                                    .formatted(stated, length.value()));
                });
    }

    // --- checksums

    private Checksum checksum(int number, String base64) {
        ChecksumAlgorithm algorithm =
                announcement.checksumAlgorithm().orElseThrow(() -> notInForce(number));
        try {
            return new Checksum(algorithm, base64);
        } catch (IllegalArgumentException e) {
            throw invalid(
                    "The checksum of part %d is no base64 of the %d bytes of a %s."
                            .formatted(number, algorithm.length(), algorithm));
        }
    }

    private PartToSign requireChecksum(PartToSign part) {
        if (announcement.checksumAlgorithm().isPresent() && part.checksum().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.CHECKSUM_REQUIRED,
                    "Part %s needs its %s: send {\"partNumber\": %s, \"checksum\": \"base64\"}."
                            .formatted(
                                    part.number(),
                                    announcement.checksumAlgorithm().get(),
                                    part.number()));
        }
        return part;
    }

    private PartToSign asAnnounced(PartToSign stated) {
        requireSame("size", stated.size(), announcement.length());
        requireSame("checksum", stated.checksum(), announcement.checksum());
        return new PartToSign(stated.number(), announcement.length(), announcement.checksum());
    }

    private static <T> void requireSame(String name, Optional<T> stated, Optional<T> announced) {
        if (stated.isPresent() && !stated.equals(announced)) {
            throw invalid(
                    "The %s is not the one announced for this single upload: leave it out."
                            .formatted(name));
        }
    }

    private static ProblemException notInForce(int number) {
        return new ProblemException(
                ProblemCode.UNSUPPORTED_CHECKSUM,
                "Part %d carries a checksum, but the upload was requested without checksumAlgorithm."
                        .formatted(number));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_PARAMETER, detail);
    }
}
