package dev.penstock.server.simulation;

import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.server.simulation.Rows.UploadRow;
import java.util.Optional;

/// Nothing goes from the storage but what a row orders.
record RemovalRules(Rows rows) {

    /// The multipart upload is that of one that ended without a document or whose document was
    /// deleted; or another than the row names, which its upload can never use.
    void requireAbortOrdered(ObjectKey key, MultipartId multipart) {
        UploadRow row = row(key);
        boolean stray = !row.multipart().equals(Optional.of(multipart)) && row.version() > 0;
        if (!stray && !mayGo(row)) {
            throw new Violation("abort of %s, which is %s".formatted(multipart, row));
        }
    }

    /// The upload ended without a document, or its document was deleted.
    void requireDeleteOrdered(ObjectKey key) {
        UploadRow row = row(key);
        if (!mayGo(row)) {
            throw new Violation("deletion of the object of " + row);
        }
    }

    private static boolean mayGo(UploadRow row) {
        return row.endedWithoutDocument() || row.isDeleted();
    }

    private UploadRow row(ObjectKey key) {
        return rows.uploads().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Violation("removal of a key that no row has: " + key));
    }
}
