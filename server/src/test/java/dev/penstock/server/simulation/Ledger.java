package dev.penstock.server.simulation;

import dev.penstock.core.document.FamilyId;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.server.service.Completions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What clients were told and what they ordered, and what completions were verified to join.
final class Ledger {
    private final Map<String, UploadId> keys = new HashMap<>();
    private final Map<UploadId, FamilyId> families = new HashMap<>();
    private final Set<UploadId> made = new HashSet<>();
    private final Set<UploadId> withoutDocument = new HashSet<>();
    private final Set<FamilyId> deletionsOrdered = new HashSet<>();
    private final Map<UploadId, ETag> objects = new HashMap<>();

    /// A key's answers name one upload.
    void begun(String key, UploadId upload) {
        UploadId before = keys.putIfAbsent(key, upload);
        if (before != null && !before.equals(upload)) {
            throw new Violation("key %s gave %s and then %s".formatted(key, before, upload));
        }
    }

    void verified(Upload.Completing completing) {
        objects.put(
                completing.id(),
                Blob.etagOfAll(
                        completing.verified().parts().stream().map(StoredPart::etag).toList()));
    }

    /// The ETag of the object that the verified parts make.
    Optional<ETag> objectOf(UploadId upload) {
        return Optional.ofNullable(objects.get(upload));
    }

    void completed(UploadId upload, Completions.Result result) {
        FamilyId family = result.family().id();
        FamilyId before = families.putIfAbsent(upload, family);
        if (before != null && !before.equals(family)) {
            throw new Violation("%s was %s and then %s".formatted(upload, before, family));
        }
        if (result instanceof Completions.Result.Made && !made.add(upload)) {
            throw new Violation("two calls were told that they made the document of " + upload);
        }
    }

    void endedWithoutDocument(UploadId upload) {
        withoutDocument.add(upload);
    }

    boolean isWithoutDocument(UploadId upload) {
        return withoutDocument.contains(upload);
    }

    Optional<FamilyId> familyOf(UploadId upload) {
        return Optional.ofNullable(families.get(upload));
    }

    void ordersDeletion(FamilyId family) {
        deletionsOrdered.add(family);
    }

    boolean isDeletionOrdered(FamilyId family) {
        return deletionsOrdered.contains(family);
    }

    /// A call was told that the upload has ended otherwise.
    void closed(UploadId upload) {
        familyOf(upload)
                .filter(family -> !isDeletionOrdered(family))
                .ifPresent(family -> {
                    throw new Violation("%s became %s, and closed".formatted(upload, family));
                });
    }
}
