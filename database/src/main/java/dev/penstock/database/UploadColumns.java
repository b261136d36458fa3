package dev.penstock.database;

import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.intake.IntakeId;
import dev.penstock.core.intake.StoreId;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.problem.ProblemCode;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.core.upload.UploadState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/// An upload as a row of table `upload`.
final class UploadColumns {
    private UploadColumns() {}

    /// Binds what never changes.
    static Update bindAnnouncement(Update update, Announcement a) {
        return update.bind("intake", a.intakeId().toString())
                .bind("store", a.storeId().toString())
                .bind("kind", a.kind().name())
                .bind("key", a.key().value())
                .bind("createdOn", Times.text(a.createdOn()))
                .bind("deadline", Times.text(a.deadline()))
                .bind("announcement", AnnouncementJson.write(a));
    }

    /// Binds what comes and goes with the states.
    static Update bindState(Update update, Upload upload) {
        return update.bind("id", upload.id().toString())
                .bind("state", upload.state().text())
                .bind("version", upload.version())
                .bind("changedOn", Times.text(upload.changedOn()))
                .bind("multipart", upload.multipart().map(MultipartId::value))
                .bind("path", upload.path().value())
                .bind("openStore", openStore(upload))
                .bind("family", family(upload))
                .bind("cause", cause(upload))
                .bind("data", UploadData.write(upload));
    }

    private static Optional<String> openStore(Upload upload) {
        return upload.state().isOpen()
                ? Optional.of(upload.announcement().storeId().toString())
                : Optional.empty();
    }

    private static Optional<String> family(Upload upload) {
        return upload instanceof Upload.Completed completed
                ? Optional.of(completed.family().toString())
                : Optional.empty();
    }

    private static Optional<String> cause(Upload upload) {
        return switch (upload) {
            case Upload.Rejected rejected -> Optional.of(rejected.cause().text());
            case Upload.Failed failed -> Optional.of(failed.cause().text());
            case Upload.Receiving receiving -> receiving.refusal().map(ProblemCode::text);
            case Upload.Completing completing -> completing.refusal().map(ProblemCode::text);
            case Upload.Stored ignored -> Optional.empty();
            case Upload.Completed ignored -> Optional.empty();
            case Upload.Aborted ignored -> Optional.empty();
            case Upload.Expired ignored -> Optional.empty();
        };
    }

    static Upload upload(Row row) throws SQLException {
        Announcement announcement = announcement(row);
        long version = row.number("version");
        Instant changedOn = row.instant("changed_on");
        Optional<MultipartId> multipart = row.optionalText("multipart_id").map(MultipartId::new);
        return switch (state(row.text("state"))) {
            case RECEIVING ->
                    new Upload.Receiving(
                            announcement,
                            version,
                            changedOn,
                            multipart,
                            row.optionalText("cause").map(UploadColumns::cause));
            case COMPLETING -> completing(row, announcement, version, changedOn);
            case STORED -> stored(row, announcement, version, changedOn, multipart);
            case COMPLETED -> completed(row, announcement, version, changedOn, multipart);
            case REJECTED ->
                    new Upload.Rejected(
                            announcement, version, changedOn, multipart, cause(row.text("cause")));
            case FAILED ->
                    new Upload.Failed(
                            announcement, version, changedOn, multipart, cause(row.text("cause")));
            case ABORTED -> new Upload.Aborted(announcement, version, changedOn, multipart);
            case EXPIRED -> new Upload.Expired(announcement, version, changedOn, multipart);
        };
    }

    private static Announcement announcement(Row row) throws SQLException {
        AnnouncementJson json = AnnouncementJson.read(row.text("announcement"));
        return new Announcement(
                new UploadId(row.uuid("id")),
                new IntakeId(row.uuid("intake_id")),
                new StoreId(row.uuid("store_id")),
                UploadKind.valueOf(row.text("kind")),
                new ObjectKey(row.text("object_key")),
                new DocumentPath(json.path()),
                json.contentType(),
                json.length().map(ByteCount::new),
                json.plan(),
                json.checksumAlgorithm(),
                json.checksum().map(ChecksumText::checksum),
                row.instant("created_on"),
                row.instant("deadline"));
    }

    private static Upload completing(Row row, Announcement a, long version, Instant changedOn)
            throws SQLException {
        var data = Json.read(row.text("data"), UploadData.Completing.class);
        return new Upload.Completing(
                a,
                version,
                changedOn,
                new MultipartId(row.text("multipart_id")),
                row.optionalText("cause").map(UploadColumns::cause),
                data.request().request(),
                data.verified().verified());
    }

    private static Upload stored(
            Row row,
            Announcement a,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart)
            throws SQLException {
        var data = Json.read(row.text("data"), UploadData.Stored.class);
        return new Upload.Stored(
                a,
                version,
                changedOn,
                multipart,
                data.request().request(),
                data.object().object(),
                data.partCount(),
                data.verification());
    }

    private static Upload completed(
            Row row,
            Announcement a,
            long version,
            Instant changedOn,
            Optional<MultipartId> multipart)
            throws SQLException {
        var data = Json.read(row.text("data"), UploadData.Completed.class);
        return new Upload.Completed(
                a,
                version,
                changedOn,
                multipart,
                request(row, data),
                data.object().object(),
                data.partCount(),
                new FamilyId(row.uuid("family_id")));
    }

    /// Uploads that version 1 of the schema completed do not say.
    private static CompletionRequest request(Row row, UploadData.Completed data)
            throws SQLException {
        DocumentPath path = new DocumentPath(row.text("path"));
        return data.request()
                .map(RequestJson::request)
                .orElseGet(() -> CompletionRequest.plain(path));
    }

    static ProblemCode cause(String text) {
        return ProblemCode.of(text).orElseThrow(() -> unknown("cause", text));
    }

    static UploadState state(String text) {
        return Arrays.stream(UploadState.values())
                .filter(s -> s.text().equals(text))
                .findFirst()
                .orElseThrow(() -> unknown("state", text));
    }

    private static DatabaseException unknown(String what, String text) {
        return new DatabaseException(
                "the database holds an upload of unknown " + what + " " + text);
    }
}
