package dev.penstock.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What must be remembered of an unfinished upload to go on with it. It holds no token and no URL.
///
/// @param version of this record's form, [#VERSION]
/// @param server base address of the service
/// @param intake `organization/slug`
/// @param file absolute path
/// @param size of the file, in bytes
/// @param modified when the file was last written to
/// @param path announced for the document
/// @param partSize bytes of part 1
/// @param partGrowthEvery after how many parts the size doubles
/// @param checksumAlgorithm in force, when one is
/// @param startedAt by the clock of this machine
/// @param expiresAt the deadline of the upload
/// @param metadata of the document, as all that follow; what an older client did not write is empty
public record JournalEntry(
        int version,
        String server,
        String intake,
        UUID uploadId,
        String s3Key,
        UploadKind kind,
        String file,
        long size,
        Instant modified,
        String path,
        long partSize,
        OptionalInt partGrowthEvery,
        Optional<String> checksumAlgorithm,
        Instant startedAt,
        Instant expiresAt,
        Map<String, @Nullable Object> metadata,
        Optional<String> filename,
        Optional<String> documentVersion,
        Map<String, @Nullable Object> extraFields,
        Map<String, @Nullable Object> externalData,
        List<String> labels,
        Optional<String> statusId,
        List<String> knowledgeFeatures) {
    static final int VERSION = 1;

    public JournalEntry {
        extraFields = Objects.requireNonNullElse(extraFields, Map.of());
        externalData = Objects.requireNonNullElse(externalData, Map.of());
        labels = Objects.requireNonNullElse(labels, List.of());
        knowledgeFeatures = Objects.requireNonNullElse(knowledgeFeatures, List.of());
    }

    /// Where the upload goes.
    public IntakeAddress intakeAddress() {
        return IntakeAddress.parse(intake);
    }

    UploadHandle handle() {
        return new UploadHandle(uploadId, s3Key);
    }

    DocumentFields fields() {
        return new DocumentFields(
                metadata,
                extraFields,
                externalData,
                labels,
                statusId,
                knowledgeFeatures,
                documentVersion,
                filename);
    }

    static JournalEntry of(
            PenstockClient client,
            IntakeAddress intake,
            OpenUpload upload,
            SourceFile file,
            DocumentFields fields,
            Instant expiresAt) {
        return new JournalEntry(
                VERSION,
                client.server().toString(),
                intake.toString(),
                upload.handle().uploadId(),
                upload.handle().s3Key(),
                upload.kind(),
                file.path().toAbsolutePath().normalize().toString(),
                file.size(),
                file.modified(),
                upload.path(),
                upload.layout().partSize(),
                upload.layout().growthEvery(),
                upload.algorithm().map(a -> a.s3Name()),
                Instant.now(),
                expiresAt,
                fields.metadata(),
                fields.filename(),
                fields.documentVersion(),
                fields.extraFields(),
                fields.externalData(),
                fields.labels(),
                fields.statusId(),
                fields.knowledgeFeatures());
    }
}
