package dev.penstock.cli;

import dev.penstock.client.IntakeAddress;
import dev.penstock.client.JournalEntry;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.ProgressListener;
import dev.penstock.client.UploadHandle;
import dev.penstock.client.UploadJournal;
import dev.penstock.client.UploadSettings;
import dev.penstock.client.Uploader;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "abort",
        description = "Gives an unfinished upload up, and its bytes in the storage.",
        footer = {"", "Example:", "  penstock abort 0b9c0c1e-8a43-4c4e-9f0b-6f5d6f0a2b11"})
final class AbortCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin final ConnectionOptions connection;
    @Mixin final IntakeOption intake;

    @Parameters(paramLabel = "UPLOAD", description = "Id of the upload, or its file.")
    String which = "";

    AbortCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.connection = new ConnectionOptions(surroundings);
        this.intake = new IntakeOption(surroundings);
    }

    @Override
    public Integer call() {
        var journal = Journals.of(surroundings);
        var entry = Journals.find(journal, which);
        UUID aborted =
                entry.isPresent() ? abort(journal, entry.get()) : abortUnknown(journal, which);
        surroundings.out().println("aborted " + aborted);
        return ExitStatus.DONE;
    }

    private UUID abort(UploadJournal journal, JournalEntry entry) {
        try (var client = connection.openFor(entry)) {
            var handle = new UploadHandle(entry.uploadId(), entry.s3Key());
            uploader(client, entry.intakeAddress(), journal).abort(handle);
            return entry.uploadId();
        }
    }

    private UUID abortUnknown(UploadJournal journal, String text) {
        var uploadId =
                Addresses.uuid(text)
                        .orElseThrow(() ->
                                new FailedException(
                                        "there is no unfinished upload of %s here."
                                                .formatted(text)));
        var address = intake.required();
        try (var client = connection.open()) {
            var status = client.intake(address).upload(uploadId);
            uploader(client, address, journal).abort(new UploadHandle(uploadId, status.s3Key()));
            return uploadId;
        }
    }

    private static Uploader uploader(
            PenstockClient client, IntakeAddress address, UploadJournal journal) {
        return new Uploader(
                client, address, UploadSettings.usual(), journal, ProgressListener.silent());
    }
}
