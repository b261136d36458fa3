package dev.penstock.embedded.upkeep;

import dev.penstock.embedded.blob.BlobFolder;
import dev.penstock.embedded.blob.BlobId;
import dev.penstock.embedded.catalog.Catalog;
import dev.penstock.embedded.catalog.Segment;
import java.io.IOException;
import java.util.List;

/// Carries out deletions: first the file, then the row that asked for it, so that a crash in
/// between only repeats what is done already.
final class Sweeper {
    private static final int BATCH = 500;

    private final Catalog catalog;
    private final BlobFolder blobs;
    private final OpenContents contents;

    Sweeper(Catalog catalog, BlobFolder blobs, OpenContents contents) {
        this.catalog = catalog;
        this.blobs = blobs;
        this.contents = contents;
    }

    void sweep() throws IOException {
        List<Long> deleted = catalog.read(tables -> tables.deletions().contents());
        for (long content : contents.unread(deleted)) {
            sweep(content);
        }
        sweepBlobs();
    }

    private void sweep(long content) throws IOException {
        for (List<Segment> batch = batch(content); !batch.isEmpty(); batch = batch(content)) {
            for (Segment segment : batch) {
                blobs.delete(segment.blob());
            }
            List<Segment> gone = batch;
            catalog.update(
                    tables -> gone.forEach(s -> tables.segments().forget(content, s.partNumber())));
        }
        catalog.update(tables -> tables.deletions().forgetContent(content));
    }

    private List<Segment> batch(long content) {
        return catalog.read(tables -> tables.segments().after(content, 0, BATCH));
    }

    private void sweepBlobs() throws IOException {
        for (List<BlobId> batch = blobBatch(); !batch.isEmpty(); batch = blobBatch()) {
            for (BlobId blob : batch) {
                blobs.delete(blob);
            }
            List<BlobId> gone = batch;
            catalog.update(tables -> gone.forEach(tables.deletions()::forgetBlob));
        }
    }

    private List<BlobId> blobBatch() {
        return catalog.read(tables -> tables.deletions().blobs(BATCH));
    }
}
