package dev.penstock.testkit.repository;

import dev.penstock.core.document.ContainerObject;
import dev.penstock.core.document.ContentObject;
import dev.penstock.core.document.ContentObjectId;
import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.FamilyId;
import dev.penstock.core.document.NewDocument;
import dev.penstock.core.document.Verification;
import dev.penstock.core.document.WantedLabel;
import dev.penstock.core.document.Warning;
import dev.penstock.core.intake.Intake;
import dev.penstock.core.object.ByteCount;
import dev.penstock.core.object.Checksum;
import dev.penstock.core.object.ChecksumAlgorithm;
import dev.penstock.core.object.ETag;
import dev.penstock.core.object.MultipartId;
import dev.penstock.core.object.ObjectChecksum;
import dev.penstock.core.object.ObjectKey;
import dev.penstock.core.object.PartNumber;
import dev.penstock.core.object.StoredObject;
import dev.penstock.core.object.StoredPart;
import dev.penstock.core.upload.Announcement;
import dev.penstock.core.upload.Command;
import dev.penstock.core.upload.CompletionRequest;
import dev.penstock.core.upload.PartPlan;
import dev.penstock.core.upload.Step;
import dev.penstock.core.upload.Transitions;
import dev.penstock.core.upload.Upload;
import dev.penstock.core.upload.UploadId;
import dev.penstock.core.upload.UploadKind;
import dev.penstock.core.upload.UploadRepository.Finished;
import dev.penstock.core.upload.VerifiedParts;
import dev.penstock.core.vocabulary.LabelId;
import dev.penstock.core.vocabulary.LabelName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Sample uploads and the steps that they take, by the rules of [Transitions].
public final class UploadSamples {
    private static final Checksum CRC = new Checksum(ChecksumAlgorithm.CRC64NVME, "rosUhgp5mIg=");
    private static final Duration LIFETIME = Duration.ofDays(7);

    private UploadSamples() {}

    public static DocumentPath path() {
        return new DocumentPath("scans/2026/%_ä \uD83D\uDE00/" + Samples.id() + ".pdf");
    }

    public static Announcement announcement(Intake intake, DocumentPath path) {
        UUID id = Samples.id();
        return new Announcement(
                new UploadId(id),
                intake.id(),
                intake.store().id(),
                UploadKind.MULTIPART,
                new ObjectKey("presigned-uploads/" + intake.id() + "/" + id + "/ä.pdf"),
                path,
                "application/pdf; charset=\"ü\"",
                Optional.of(Samples.size()),
                PartPlan.forLength(Samples.size()),
                Optional.of(ChecksumAlgorithm.CRC64NVME),
                Optional.of(CRC),
                Samples.NOW,
                Samples.NOW.plus(LIFETIME));
    }

    /// Before the storage has answered.
    public static Upload.Receiving announced(Intake intake) {
        return announced(intake, path());
    }

    public static Upload.Receiving announced(Intake intake, DocumentPath path) {
        return new Upload.Receiving(
                announcement(intake, path), 0, Samples.NOW, Optional.empty(), Optional.empty());
    }

    public static Upload opened(Upload upload) {
        return step(upload, new Command.Open(new MultipartId("multipart of " + upload.id())));
    }

    /// To `completing`, under the announced path.
    public static Upload completing(Upload opened) {
        return completing(opened, opened.announcement().path());
    }

    public static Upload completing(Upload opened, DocumentPath path) {
        return step(opened, new Command.BeginCompletion(request(path), verified(3)));
    }

    public static Upload stored(Upload completing) {
        return step(completing, new Command.ConfirmStored(object()));
    }

    public static Upload.Completed completed(Upload stored) {
        return (Upload.Completed) step(stored, new Command.Finish(new FamilyId(Samples.id())));
    }

    /// Takes a step that must be legal.
    public static Upload step(Upload upload, Command command) {
        Instant later = upload.changedOn().plusNanos(1_000_000_001);
        return switch (Transitions.apply(upload, command, later)) {
            case Step.To(Upload next) -> next;
            case Step.Stay(Upload same) -> throw new AssertionError("no step from " + same.state());
            case Step.Refused(var problem) -> throw new AssertionError(problem.detail());
        };
    }

    public static CompletionRequest request(DocumentPath path) {
        return new CompletionRequest(
                path,
                new DocumentFields(
                        Samples.metadata(),
                        Samples.metadata(),
                        Optional.of(Samples.metadata()),
                        LabelName.list("urgent, größe, to check"),
                        Optional.of("no status"),
                        List.of("one", "two"),
                        Optional.of("Größe \u0000 \uD800.pdf"),
                        Optional.of("7.1-β")),
                List.of(Warning.CHECKSUM_NOT_VERIFIED, Warning.unknownField("colour")));
    }

    public static VerifiedParts verified(int count) {
        List<StoredPart> parts =
                IntStream.rangeClosed(1, count).mapToObj(UploadSamples::part).toList();
        long size = parts.stream().mapToLong(p -> p.size().value()).sum();
        return new VerifiedParts(parts, new ByteCount(size), Verification.ETAG, Optional.of(CRC));
    }

    private static StoredPart part(int number) {
        return new StoredPart(
                new PartNumber(number),
                ByteCount.gibibytes(5),
                new ETag("%032x".formatted(number)),
                number % 2 == 0 ? Optional.empty() : Optional.of(CRC));
    }

    public static StoredObject object() {
        return new StoredObject(
                Samples.size(),
                new ETag("0123456789abcdef0123456789abcdef-3"),
                Optional.of(
                        new ObjectChecksum(
                                ChecksumAlgorithm.SHA256,
                                ObjectChecksum.Type.COMPOSITE,
                                "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=-3")));
    }

    /// The document of a completed upload, with two labels.
    public static NewDocument document(Upload.Completed completed, Intake intake) {
        return new NewDocument(
                completed.family(),
                intake.store(),
                intake.id(),
                completed.id().value(),
                completed.path(),
                Samples.metadata(),
                content(completed),
                container(completed),
                LabelName.list("urgent,größe").stream().map(UploadSamples::wanted).toList(),
                Optional.empty(),
                List.of(),
                List.of(Warning.CHECKSUM_NOT_VERIFIED),
                completed.changedOn());
    }

    /// An upload whose bytes come through the service.
    public static Upload.Receiving direct(Intake intake, DocumentPath path) {
        Announcement a = announced(intake, path).announcement();
        return new Upload.Receiving(
                new Announcement(
                        a.id(),
                        a.intakeId(),
                        a.storeId(),
                        UploadKind.DIRECT,
                        a.key(),
                        path,
                        a.contentType(),
                        Optional.empty(),
                        PartPlan.growing(),
                        Optional.empty(),
                        Optional.empty(),
                        a.createdOn(),
                        a.deadline()),
                0,
                a.createdOn(),
                Optional.empty(),
                Optional.empty());
    }

    /// What becomes of it.
    public static Finished delivered(Upload direct, Intake intake) {
        var deliver =
                new Command.Deliver(
                        request(direct.path()), object(), 1, new FamilyId(Samples.id()));
        var completed = (Upload.Completed) step(direct, deliver);
        return new Finished(completed, document(completed, intake));
    }

    private static WantedLabel wanted(LabelName name) {
        return new WantedLabel(name, new LabelId(Samples.id()));
    }

    private static ContainerObject container(Upload.Completed completed) {
        var id = new ContentObjectId(Samples.id());
        return new ContainerObject(
                id,
                new ObjectKey("containers/" + completed.id() + "/" + id + ".kddb"),
                "Größe \u0000 \uD800.kddb",
                ByteCount.bytes(77_824));
    }

    private static ContentObject content(Upload.Completed completed) {
        return new ContentObject(
                new ContentObjectId(Samples.id()),
                completed.announcement().key(),
                "Größe \u0000 \uD800.pdf",
                completed.object().size(),
                "application/pdf",
                Optional.of(completed.announcement().contentType()),
                Optional.of("7.1-β"),
                Verification.CHECKSUM,
                completed.object().checksum());
    }
}
