package dev.penstock.client.fake;

import dev.penstock.checksum.ChecksumAlgorithm;
import dev.penstock.contract.ChecksumJson;
import dev.penstock.contract.CompletedPart;
import dev.penstock.contract.CompletionBody;
import dev.penstock.contract.ContentObjectJson;
import dev.penstock.contract.DocumentFamilyJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a completion is held to.
final class FakeCompletion {
    private FakeCompletion() {}

    record Refused(String code, Map<String, Object> more) {}

    static Optional<Refused> fault(FakeUpload upload, CompletionBody body) {
        var listed = body.parts().orElse(List.of());
        var missing = missing(upload, listed);
        if (!missing.isEmpty()) {
            return Optional.of(
                    new Refused(
                            "upload-incomplete",
                            Map.of("missingParts", missing, "missingCount", missing.size())));
        }
        var wrong = listed.stream().filter(p -> !isSame(upload, p)).toList();
        if (!wrong.isEmpty()) {
            var items =
                    wrong.stream()
                            .map(p ->
                                    Map.of(
                                            "partNumber",
                                            p.partNumber(),
                                            "expected",
                                            "one",
                                            "found",
                                            "other"))
                            .toList();
            return Optional.of(new Refused("part-mismatch", Map.of("parts", items)));
        }
        long announced = upload.contentLength.orElse(body.size().orElse(-1));
        if (announced != upload.receivedBytes()) {
            return Optional.of(new Refused("size-mismatch", Map.of()));
        }
        return body.checksum()
                        .filter(c -> !whole(upload).equals(Optional.of(c.value())))
                        .isPresent()
                ? Optional.of(new Refused("checksum-mismatch", Map.of()))
                : Optional.empty();
    }

    private static List<Integer> missing(FakeUpload upload, List<CompletedPart> listed) {
        var missing = new ArrayList<Integer>();
        int last = upload.parts.isEmpty() ? 0 : upload.parts.lastKey();
        for (var part : listed) {
            last = Math.max(last, part.partNumber());
        }
        last = Math.max(last, upload.status().partCount().orElse(0));
        for (int number = 1; number <= last; number++) {
            if (!upload.parts.containsKey(number)) {
                missing.add(number);
            }
        }
        return missing;
    }

    /// A checksum outranks an ETag.
    private static boolean isSame(FakeUpload upload, CompletedPart listed) {
        var part = upload.parts.get(listed.partNumber());
        if (part == null) {
            return false;
        }
        return listed.checksum().isPresent()
                ? part.sum(upload.algorithm).equals(listed.checksum())
                : listed.etag().filter(part.etag()::equals).isPresent();
    }

    private static Optional<String> whole(FakeUpload upload) {
        if (upload.algorithm.isEmpty()) {
            return Optional.empty();
        }
        var algorithm = upload.algorithm.get();
        if (upload.parts.size() == 1) {
            return upload.parts.firstEntry().getValue().sum(upload.algorithm);
        }
        if (!algorithm.isFullObjectCombinable()) {
            return Optional.empty();
        }
        byte[] sum = new byte[algorithm.byteLength()];
        for (var part : upload.parts.values()) {
            var next = algorithm.decode(part.sums().getOrDefault(algorithm, "")).orElseThrow();
            sum = algorithm.combine(sum, next, part.size());
        }
        return Optional.of(algorithm.encode(sum));
    }

    static DocumentFamilyJson family(FakeUpload upload) {
        var now = Instant.now();
        var id = UUID.randomUUID();
        var content =
                new ContentObjectJson(
                        id,
                        id,
                        "NATIVE",
                        0,
                        "file.bin",
                        upload.receivedBytes(),
                        Optional.of(upload.contentType),
                        Optional.empty(),
                        Optional.of("acme/inbox"),
                        id,
                        Optional.empty(),
                        Optional.of(upload.algorithm.isPresent() ? "checksum" : "size"),
                        whole(upload)
                                .map(value ->
                                        new ChecksumJson(
                                                upload.algorithm
                                                        .map(ChecksumAlgorithm::s3Name)
                                                        .orElse(""),
                                                Optional.of("FULL_OBJECT"),
                                                value)),
                        Optional.empty(),
                        Optional.empty());
        return new DocumentFamilyJson(
                id,
                id,
                0,
                now,
                now,
                upload.path,
                upload.path,
                "acme/inbox",
                upload.receivedBytes(),
                false,
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                upload.metadata,
                List.of(),
                Optional.of(upload.id),
                List.of(),
                List.of(content));
    }
}
