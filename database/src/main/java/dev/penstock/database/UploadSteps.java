package dev.penstock.database;

import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadHistory;
import org.jdbi.v3.core.Handle;

/// Table `upload_step`: the states that uploads came into.
final class UploadSteps {
    /// A change within a state is no step.
    private static final String FOLLOW =
            """
            INSERT INTO upload_step (upload_id, version, state, came_on, cause)
            SELECT id, version, state, changed_on, cause FROM upload
            WHERE id = :id
              AND state IS DISTINCT FROM (SELECT s.state FROM upload_step s
                WHERE s.upload_id = :id ORDER BY s.version DESC LIMIT 1)
              AND (:ended OR (SELECT count(*) FROM upload_step s WHERE s.upload_id = :id) < :most)
            """;

    private UploadSteps() {}

    /// Enters the state that an upload has just been written in.
    static void follow(Handle handle, Upload upload) {
        handle.createUpdate(FOLLOW)
                .bind("id", upload.id().toString())
                .bind("ended", !upload.state().isOpen())
                .bind("most", UploadHistory.MOST_STEPS)
                .execute();
    }
}
