package dev.penstock.database;

import dev.penstock.core.document.Verification;
import dev.penstock.core.upload.Upload;
import java.util.Optional;

/// What only some states of an upload have, by state.
final class UploadData {
    private UploadData() {}

    record Completing(int v, RequestJson request, VerifiedJson verified)
            implements Json.Versioned {}

    record Stored(
            int v, RequestJson request, ObjectJson object, int partCount, Verification verification)
            implements Json.Versioned {}

    /// @param request empty in rows of version 1 of the schema
    record Completed(int v, Optional<RequestJson> request, ObjectJson object, int partCount)
            implements Json.Versioned {}

    /// @return empty for a state whose columns say it all
    static Optional<String> write(Upload upload) {
        return switch (upload) {
            case Upload.Completing u -> Optional.of(Json.write(completing(u)));
            case Upload.Stored u -> Optional.of(Json.write(stored(u)));
            case Upload.Completed u -> Optional.of(Json.write(completed(u)));
            case Upload.Receiving ignored -> Optional.empty();
            case Upload.Rejected ignored -> Optional.empty();
            case Upload.Failed ignored -> Optional.empty();
            case Upload.Aborted ignored -> Optional.empty();
            case Upload.Expired ignored -> Optional.empty();
        };
    }

    private static Completing completing(Upload.Completing u) {
        return new Completing(1, RequestJson.of(u.request()), VerifiedJson.of(u.verified()));
    }

    private static Stored stored(Upload.Stored u) {
        return new Stored(
                1,
                RequestJson.of(u.request()),
                ObjectJson.of(u.object()),
                u.partCount(),
                u.verification());
    }

    private static Completed completed(Upload.Completed u) {
        return new Completed(
                1,
                Optional.of(RequestJson.of(u.request())),
                ObjectJson.of(u.object()),
                u.partCount());
    }
}
