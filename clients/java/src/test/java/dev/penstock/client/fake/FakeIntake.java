package dev.penstock.client.fake;

import dev.penstock.contract.CompletionBody;
import dev.penstock.contract.ContractJson;
import dev.penstock.contract.PartUrls;
import dev.penstock.contract.StoredPartJson;
import dev.penstock.contract.StoredParts;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The upload routes of one intake.
final class FakeIntake {
    /// Parts on a page: few, so that clients meet many pages.
    private static final int PAGE = 7;

    final Map<UUID, FakeUpload> uploads = new ConcurrentHashMap<>();
    final FakeOpening opening = new FakeOpening();
    private final FakeStorage storage;

    FakeIntake(FakeStorage storage) {
        this.storage = storage;
    }

    /// @param suffix of the path, after the intake's own
    FakeAnswer answer(String suffix, FakeQuery query, byte[] body) {
        if (opening.off && suffix.endsWith("-request")) {
            return FakeAnswer.refusal(403, "large-uploads-disabled");
        }
        return switch (suffix) {
            case "" -> FakeAnswer.ok(opening.info());
            case "/presigned-upload-request" ->
                    FakeOpening.presented(keep(opening.single(query)), storage, query);
            case "/multipart-upload-request" ->
                    FakeOpening.presented(keep(opening.multipart(query)));
            case "/multipart-upload-part-urls" -> partUrls(query, body);
            case "/presigned-upload-complete", "/multipart-upload-complete" ->
                    complete(query, body, suffix.startsWith("/presigned"));
            case "/multipart-upload-abort" -> abort(query);
            default ->
                    suffix.startsWith("/uploads/")
                            ? look(suffix, query)
                            : FakeAnswer.refusal(404, "not-found");
        };
    }

    FakeUpload keep(FakeUpload upload) {
        uploads.put(upload.id, upload);
        return upload;
    }

    private FakeAnswer partUrls(FakeQuery query, byte[] body) {
        var found = find(query);
        if (found.isEmpty()) {
            return FakeAnswer.refusal(404, "upload-not-found");
        }
        var upload = found.get();
        if (!upload.state.equals("receiving")) {
            return FakeAnswer.refusal(409, "upload-closed", Map.of("state", upload.state));
        }
        var items = ContractJson.readPartUrlRequests(body).value();
        return FakeAnswer.ok(
                new PartUrls(
                        items.stream()
                                .map(i ->
                                        storage.presign(
                                                upload, i.partNumber(), i.size(), i.checksum()))
                                .toList()));
    }

    private Optional<FakeUpload> find(FakeQuery query) {
        return query.find("uploadId")
                .map(UUID::fromString)
                .map(uploads::get)
                .filter(upload -> upload.key().equals(query.text("s3Key")));
    }

    private FakeAnswer complete(FakeQuery query, byte[] bytes, boolean single) {
        var upload = find(query).filter(found -> found.single == single);
        return upload.isPresent()
                ? complete(upload.get(), ContractJson.readCompletion(bytes).value())
                : FakeAnswer.refusal(404, "upload-not-found");
    }

    private static FakeAnswer complete(FakeUpload upload, CompletionBody body) {
        synchronized (upload) {
            if (upload.family.isPresent()) {
                return FakeAnswer.ok(upload.family.get());
            }
            if (!upload.state.equals("receiving")) {
                return FakeAnswer.refusal(409, "upload-closed", Map.of("state", upload.state));
            }
            var fault = FakeCompletion.fault(upload, body);
            if (fault.isPresent()) {
                return FakeAnswer.refusal(409, fault.get().code(), fault.get().more());
            }
            body.metadata().ifPresent(upload.metadata::putAll);
            var family = FakeCompletion.family(upload);
            upload.family = Optional.of(family);
            upload.state = "completed";
            return new FakeAnswer(201, family);
        }
    }

    private FakeAnswer abort(FakeQuery query) {
        var upload = find(query);
        upload.ifPresent(found -> found.state = "aborted");
        return upload.isPresent()
                ? FakeAnswer.nothing()
                : FakeAnswer.refusal(404, "upload-not-found");
    }

    private FakeAnswer look(String suffix, FakeQuery query) {
        var steps = suffix.split("/", -1);
        var upload = uploads.get(UUID.fromString(steps[2]));
        if (upload == null) {
            return FakeAnswer.refusal(404, "upload-not-found");
        }
        return FakeAnswer.ok(
                steps.length == 3
                        ? upload.status()
                        : listing(upload, (int) query.number("after").orElse(0)));
    }

    private static StoredParts listing(FakeUpload upload, int after) {
        var rest = upload.parts.tailMap(after, false);
        var page =
                rest.entrySet().stream()
                        .limit(PAGE)
                        .map(e ->
                                new StoredPartJson(
                                        e.getKey(),
                                        e.getValue().size(),
                                        e.getValue().etag(),
                                        e.getValue().sum(upload.algorithm)))
                        .toList();
        return new StoredParts(
                page,
                rest.size() > page.size()
                        ? OptionalInt.of(page.getLast().partNumber())
                        : OptionalInt.empty());
    }
}
