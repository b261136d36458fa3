package dev.penstock.cli;

import dev.penstock.client.DocumentFields;
import dev.penstock.client.JournalEntry;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.RetryPolicy;
import dev.penstock.client.UploadJournal;
import dev.penstock.client.UploadSettings;
import dev.penstock.client.Uploader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        description = {
            "Goes on with an upload that was cut off: what the storage already holds is compared with"
                    + " the file, and only the rest is sent.",
            "Without an upload it lists those that can be resumed."
        },
        footer = {
            "",
            "Examples:",
            "  penstock resume",
            "  penstock resume film.mov",
            "  penstock resume 0b9c0c1e-8a43-4c4e-9f0b-6f5d6f0a2b11",
            "",
            "An upload that this machine knows nothing of is resumed from its id and the file:",
            "  penstock resume 0b9c0c1e-... --file film.mov --intake acme/large-files"
        })
final class ResumeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin final ConnectionOptions connection;
    @Mixin final IntakeOption intake;
    @Mixin final ProgressOptions progress;
    @Mixin final Output output;

    @Parameters(
            paramLabel = "UPLOAD|FILE",
            arity = "0..1",
            description = "Id of the upload, or the file.")
    Optional<String> which = Optional.empty();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The file, for an upload that this machine knows nothing of.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Parts on the network at a time, 1 to 64. Default: 4.")
    int parallel = UploadSettings.usual().parallel();

    ResumeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.connection = new ConnectionOptions(surroundings);
        this.intake = new IntakeOption(surroundings);
        this.progress = new ProgressOptions(surroundings);
        this.output = new Output(surroundings);
    }

    @Override
    public Integer call() {
        var journal = Journals.of(surroundings);
        if (which.isEmpty()) {
            list(journal);
            return ExitStatus.DONE;
        }
        if (file.isPresent()) {
            return resumeByFile(journal, which.get(), file.get());
        }
        var entry =
                Journals.find(journal, which.get())
                        .orElseThrow(() ->
                                new FailedException(
                                        "there is no unfinished upload %s here. 'penstock resume' lists them; with --file one is resumed that was begun elsewhere."
                                                .formatted(which.get())));
        return resume(journal, entry);
    }

    private void list(UploadJournal journal) {
        List<JournalEntry> entries = journal.list();
        if (entries.isEmpty() && !output.json) {
            output.line("There is nothing to resume.");
            return;
        }
        output.table(
                List.of("UPLOAD", "INTAKE", "SIZE", "STARTED", "UNTIL", "FILE"),
                entries,
                entry ->
                        List.of(
                                entry.uploadId().toString(),
                                entry.intake(),
                                Sizes.text(entry.size()),
                                Times.text(entry.startedAt()),
                                Times.text(entry.expiresAt()),
                                entry.file()));
    }

    private int resume(UploadJournal journal, JournalEntry entry) {
        try (var client = connection.open(entry.server(), RetryPolicy.usual())) {
            return new SendRun(surroundings, progress, output)
                    .run(
                            entry.file(),
                            listener ->
                                    new Uploader(
                                                    client,
                                                    entry.intakeAddress(),
                                                    settings(),
                                                    journal,
                                                    listener)
                                            .resume(entry));
        }
    }

    private int resumeByFile(UploadJournal journal, String text, Path path) {
        UUID uploadId =
                Addresses.uuid(text)
                        .orElseThrow(
                                () -> new UsageException("--file goes with the id of an upload."));
        var address = intake.required();
        try (PenstockClient client = connection.openPatiently()) {
            return new SendRun(surroundings, progress, output)
                    .run(
                            path.toString(),
                            listener ->
                                    new Uploader(client, address, settings(), journal, listener)
                                            .resume(uploadId, path, DocumentFields.none()));
        }
    }

    private UploadSettings settings() {
        try {
            return UploadSettings.usual().withParallel(parallel);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--parallel: " + e.getMessage());
        }
    }
}
