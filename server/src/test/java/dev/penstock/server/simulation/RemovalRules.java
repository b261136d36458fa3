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
        Optional<UploadRow> row = row(key);
        boolean stray =
                row.filter(r -> !r.multipart().equals(Optional.of(multipart)) && r.version() > 0)
                        .isPresent();
        if (!stray && !mayGo(key, row)) {
            throw new Violation("abort of %s, which is %s".formatted(multipart, row));
        }
    }

    /// The upload ended without a document, or its document was deleted; or no document has the
    /// container.
    void requireDeleteOrdered(ObjectKey key) {
        Optional<UploadRow> row = row(key);
        if (!mayGo(key, row)) {
            throw new Violation("deletion of %s of %s".formatted(key, row));
        }
    }

    private boolean mayGo(ObjectKey key, Optional<UploadRow> row) {
        return row.map(RemovalRules::mayGo).orElseGet(() -> isUnwantedContainer(key));
    }

    private boolean isUnwantedContainer(ObjectKey key) {
        return rows.removals().contains(key.value()) && !rows.containers().contains(key);
    }

    private static boolean mayGo(UploadRow row) {
        return row.endedWithoutDocument() || row.isDeleted();
    }

    private Optional<UploadRow> row(ObjectKey key) {
        return rows.uploads().stream().filter(r -> r.key().equals(key)).findFirst();
    }
}
