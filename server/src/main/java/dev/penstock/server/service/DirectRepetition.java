package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.Upload;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A direct upload whose `Idempotency-Key` was used before: its files are read and hashed, nothing
/// is stored, and it gets the documents of the first one if it was the same.
final class DirectRepetition implements DirectRequest {
    private final DirectUploads direct;
    private final Intake intake;
    private final KeyedUpload earlier;
    private final List<Seen> files = new ArrayList<>();

    DirectRepetition(DirectUploads direct, Intake intake, KeyedUpload earlier) {
        this.direct = direct;
        this.intake = intake;
        this.earlier = earlier;
    }

    private record Seen(DocumentPath name, String type, ByteCount size, ObjectChecksum checksum) {
        boolean became(Upload.Completed upload) {
            return upload.announcement().contentType().equals(type)
                    && upload.object().size().equals(size)
                    && upload.object().checksum().equals(Optional.of(checksum));
        }
    }

    @Override
    public void take(DocumentPath fileName, String declaredType, InputStream bytes) {
        var file = new DirectFile(bytes, intake.limits().maxFileBytes());
        file.measure();
        files.add(new Seen(fileName, declaredType, file.size(), file.checksum()));
    }

    @Override
    public DirectUploads.Result finish(Optional<DocumentPath> path, DocumentFields fields) {
        List<Upload.Completed> made = direct.outcome(earlier);
        if (made.size() != files.size()) {
            throw UploadRequests.keyReused();
        }
        for (int i = 0; i < made.size(); i++) {
            Upload.Completed upload = made.get(i);
            Seen seen = files.get(i);
            if (!seen.became(upload)
                    || !upload.request().fields().equals(fields)
                    || !upload.path().equals(path.orElse(seen.name()))) {
                throw UploadRequests.keyReused();
            }
        }
        return new DirectUploads.Result.Repeated(direct.families(made));
    }

    @Override
    public void close() {}
}
