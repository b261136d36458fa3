package dev.penstock.database;

import dev.penstock.core.upload.IdempotencyKey;
import dev.penstock.core.upload.KeyedUpload;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Table `idempotency_key`. Its primary key decides every race.
final class IdempotencyKeys {
    /// A key that is too old stands for nothing any more.
    private static final String ENTER =
            """
            INSERT INTO idempotency_key
              (intake_id, credential, key, fingerprint, upload_id, created_on)
            VALUES (:intake, :credential, :key, :fingerprint, :upload, :now)
            ON CONFLICT (intake_id, credential, key) DO UPDATE
            SET fingerprint = excluded.fingerprint, upload_id = excluded.upload_id, uploads = NULL,
              created_on = excluded.created_on
            WHERE idempotency_key.created_on <= :before
            """;

    private static final String FIND =
            """
            SELECT upload_id, fingerprint FROM idempotency_key
            WHERE intake_id = :intake AND credential = :credential AND key = :key
              AND created_on > :before
            """;
    private static final String FORGET = "DELETE FROM idempotency_key WHERE upload_id = :upload";
    private static final String FORGET_OLD =
            "DELETE FROM idempotency_key WHERE created_on <= :before";

    private static final String SEVERAL =
            "UPDATE idempotency_key SET uploads = :uploads WHERE upload_id = :upload";

    private static final String ALL =
            "SELECT uploads FROM idempotency_key WHERE upload_id = :upload AND uploads IS NOT NULL";

    /// @param uploads ids of all
    record Several(int v, List<UUID> uploads) implements Json.Versioned {}

    private static final RowReader<KeyedUpload> KEYED =
            row -> new KeyedUpload(new UploadId(row.uuid("upload_id")), row.text("fingerprint"));

    private IdempotencyKeys() {}

    /// @return false when the key is in use
    static boolean enter(Handle handle, IdempotencyKey key, Upload.Receiving upload) {
        Instant now = upload.announcement().createdOn();
        return bind(handle.createUpdate(ENTER), key, now)
                        .bind("fingerprint", key.fingerprint())
                        .bind("upload", upload.id().toString())
                        .bind("now", Times.text(now))
                        .execute()
                == 1;
    }

    /// Enters which uploads became documents together with the one that the key stands for.
    static void enterAll(Handle handle, List<UploadId> uploads) {
        if (uploads.size() > 1) {
            handle.createUpdate(SEVERAL)
                    .bind("upload", uploads.getFirst().toString())
                    .bind(
                            "uploads",
                            Json.write(
                                    new Several(1, uploads.stream().map(UploadId::value).toList())))
                    .execute();
        }
    }

    static List<UploadId> all(Handle handle, UploadId first) {
        return handle.createQuery(ALL)
                .bind("upload", first.toString())
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, Several.class).uploads())
                .map(all -> all.stream().map(UploadId::new).toList())
                .orElse(List.of(first));
    }

    static Optional<KeyedUpload> find(Handle handle, IdempotencyKey key, Instant now) {
        return bind(handle.createQuery(FIND), key, now).map(KEYED).findOne();
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement, IdempotencyKey key, Instant now) {
        return statement
                .bind("intake", key.intake().toString())
                .bind("credential", key.credential())
                .bind("key", key.key())
                .bind("before", before(now));
    }

    /// An upload that the storage never opened is nothing to give back: its key may begin another.
    static void follow(Handle handle, Upload upload) {
        if (upload.state().leavesBytes() && upload.multipart().isEmpty()) {
            handle.createUpdate(FORGET).bind("upload", upload.id().toString()).execute();
        }
    }

    static int forgetOld(Handle handle, Instant now) {
        return handle.createUpdate(FORGET_OLD).bind("before", before(now)).execute();
    }

    private static String before(Instant now) {
        return Times.text(now.minus(IdempotencyKey.KEPT));
    }
}
