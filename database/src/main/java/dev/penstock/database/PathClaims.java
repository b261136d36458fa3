package dev.penstock.database;

import dev.penstock.core.upload.Upload;
import org.jdbi.v3.core.Handle;

/// Table `path_claim`: who has a path of a store. Its primary key decides every race.
final class PathClaims {
    private static final String LEAVE_OTHERS =
            "DELETE FROM path_claim WHERE upload_id = :upload AND path <> :path";
    private static final String LEAVE = "DELETE FROM path_claim WHERE upload_id = :upload";

    /// Changes nothing where the path is another's; where it is this upload's own it counts as
    /// claimed.
    private static final String CLAIM =
            """
            INSERT INTO path_claim (store_id, path, upload_id) VALUES (:store, :path, :upload)
            ON CONFLICT (store_id, path) DO UPDATE SET upload_id = excluded.upload_id
            WHERE path_claim.upload_id = excluded.upload_id
            """;

    private PathClaims() {}

    /// Makes the upload hold just the path that its state claims, or none.
    ///
    /// @return false when another has it, and then nothing but rolling back makes sense
    static boolean follow(Handle handle, Upload upload) {
        String id = upload.id().toString();
        if (!upload.state().claimsPath()) {
            handle.createUpdate(LEAVE).bind("upload", id).execute();
            return true;
        }
        String path = upload.path().value();
        handle.createUpdate(LEAVE_OTHERS).bind("upload", id).bind("path", path).execute();
        return handle.createUpdate(CLAIM)
                        .bind("store", upload.announcement().storeId().toString())
                        .bind("path", path)
                        .bind("upload", id)
                        .execute()
                == 1;
    }
}
