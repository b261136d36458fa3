package dev.penstock.embedded;

import dev.penstock.embedded.blob.BlobFolder;
import dev.penstock.embedded.blob.StartRefusedException;
import dev.penstock.embedded.catalog.Catalog;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// Sees to it that database and blobs are those of one storage, before either is touched: nothing
/// may ever be taken for left over because somebody put the wrong database beside it.
final class StorageFolder {

    /// The id of the storage in a folder, given now if the folder is new.
    ///
    /// @throws StartRefusedException if what lies there does not belong together
    static UUID identify(Path directory, BlobFolder blobs) {
        Optional<UUID> catalog = Catalog.storageId(directory);
        Optional<UUID> folder = blobs.storageId();
        if (catalog.isEmpty()) {
            return begin(directory, blobs, folder);
        }
        if (folder.isEmpty()) {
            throw new StartRefusedException(
                    "the blobs of storage "
                            + catalog.get()
                            + " are missing in "
                            + directory
                            + "; restore the folder 'blobs' that belongs to the database");
        }
        if (!folder.equals(catalog)) {
            throw new StartRefusedException(
                    "in "
                            + directory
                            + " the database belongs to storage "
                            + catalog.get()
                            + " and the blobs to "
                            + folder.get()
                            + "; put back the two that belong together");
        }
        return catalog.get();
    }

    /// The id goes to the blobs first: an id beside no blob at all is only a start that a crash
    /// cut.
    private static UUID begin(Path directory, BlobFolder blobs, Optional<UUID> folder) {
        if (!blobs.isEmpty()) {
            throw new StartRefusedException(
                    "there are blobs in "
                            + directory
                            + " but no database "
                            + Catalog.FILE
                            + "; restore it, or move the folder 'blobs' away to begin anew");
        }
        UUID id = folder.orElseGet(UUID::randomUUID);
        blobs.assign(id);
        Catalog.create(directory, id);
        return id;
    }

    private StorageFolder() {}
}
