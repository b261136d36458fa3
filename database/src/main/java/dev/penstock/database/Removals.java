package dev.penstock.database;

import dev.penstock.core.document.FamilyId;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.upload.Upload;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Enters rows into table `removal`, in the transaction of what they follow from.
final class Removals {
    private static final String ADD =
            """
            INSERT INTO removal (object_key, multipart_id, round, due)
            VALUES (:key, :multipart, 'FIRST', :due)
            """;
    private static final String ADD_OF_FAMILY =
            """
            INSERT INTO removal (object_key, multipart_id, round, due)
            SELECT object_key, NULL, 'FIRST', :due FROM content_object WHERE family_id = :family
            """;

    private static final String KEEP =
            "DELETE FROM removal WHERE object_key = :key AND round = 'RESERVED'";

    private Removals() {}

    /// Ends a reservation because a document keeps the object.
    ///
    /// @return false when it has run out
    static boolean keep(Handle handle, ObjectKey key) {
        return handle.createUpdate(KEEP).bind("key", key.value()).execute() == 1;
    }

    /// An upload that ended without a document leaves its bytes to be removed.
    static void follow(Handle handle, Upload upload, Instant now) {
        if (upload.state().leavesBytes()) {
            handle.createUpdate(ADD)
                    .bind("key", upload.announcement().key().value())
                    .bind("multipart", upload.multipart().map(MultipartId::value))
                    .bind("due", Times.text(now))
                    .execute();
        }
    }

    static void follow(Handle handle, FamilyId deleted, Instant now) {
        handle.createUpdate(ADD_OF_FAMILY)
                .bind("family", deleted.toString())
                .bind("due", Times.text(now))
                .execute();
    }
}
