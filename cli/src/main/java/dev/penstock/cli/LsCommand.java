package dev.penstock.cli;

import dev.penstock.client.JournalEntry;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.ServiceRefusedException;
import dev.penstock.contract.DocumentFamilyJson;
import dev.penstock.contract.UploadStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ls",
        description = {
            "Lists the unfinished uploads of this machine and what the service says of them; with"
                    + " --documents the documents that arrived.",
        },
        footer = {
            "",
            "Examples:",
            "  penstock ls",
            "  penstock ls --documents --intake acme/large-files   (needs an API key)"
        })
final class LsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin final ConnectionOptions connection;
    @Mixin final IntakeOption intake;
    @Mixin final Output output;

    @Option(names = "--documents", description = "List documents, of one intake or of all.")
    boolean documents;

    LsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.connection = new ConnectionOptions(surroundings);
        this.intake = new IntakeOption(surroundings);
        this.output = new Output(surroundings);
    }

    @Override
    public Integer call() {
        if (documents) {
            listDocuments();
        } else {
            listUploads();
        }
        return ExitStatus.DONE;
    }

    private void listDocuments() {
        try (var client = connection.open()) {
            Map<String, String> filter =
                    intake.find()
                            .map(address -> Lookup.intake(client, address))
                            .flatMap(found -> found.store().id())
                            .map(storeId -> Map.of("storeId", storeId.toString()))
                            .orElse(Map.of());
            output.table(
                    List.of("DOCUMENT", "STORE", "SIZE", "CREATED", "PATH"),
                    client.families().list(filter),
                    LsCommand::cells);
        }
    }

    private static List<String> cells(DocumentFamilyJson family) {
        return List.of(
                family.id().toString(),
                family.storeRef(),
                Sizes.text(family.size()),
                Times.text(family.createdOn()),
                family.path());
    }

    private void listUploads() {
        var wanted = intake.find();
        var entries =
                Journals.of(surroundings).list().stream()
                        .filter(e -> wanted.map(e.intakeAddress()::equals).orElse(true))
                        .toList();
        output.table(
                List.of("UPLOAD", "INTAKE", "STATE", "RECEIVED", "SIZE", "FILE"),
                entries.stream().map(this::asked).toList(),
                Asked::cells);
    }

    /// An upload and what the service says of it; a refusal is a state as well.
    private record Asked(
            String uploadId, String intake, String state, long received, long size, String file) {

        List<String> cells() {
            return List.of(uploadId, intake, state, Sizes.text(received), Sizes.text(size), file);
        }
    }

    private Asked asked(JournalEntry entry) {
        try (PenstockClient client = connection.openFor(entry)) {
            UploadStatus status = client.intake(entry.intakeAddress()).upload(entry.uploadId());
            return asked(entry, status.state(), status.receivedBytes());
        } catch (ServiceRefusedException e) {
            return asked(entry, e.code(), 0);
        }
    }

    private static Asked asked(JournalEntry entry, String state, long received) {
        return new Asked(
                entry.uploadId().toString(),
                entry.intake(),
                state,
                received,
                entry.size(),
                entry.file());
    }
}
