package dev.penstock.cli;

import dev.penstock.cli.demo.CurlLines;
import dev.penstock.cli.demo.DemoFolder;
import dev.penstock.cli.demo.DemoIntake;
import dev.penstock.cli.demo.ServiceProcess;
import dev.penstock.client.ConnectionSettings;
import dev.penstock.client.Credential;
import dev.penstock.client.NamedChecksum;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.ProgressListener;
import dev.penstock.client.ReadBack;
import dev.penstock.client.SentFile;
import dev.penstock.client.UploadJournal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// One file through the demo's service: sent, completed, read back, compared.
final class DemoRun {
    private static final String ORIGINAL = "NATIVE";

    private final ProgressOptions progress;
    private final DemoFolder folder;
    private final ServiceProcess service;
    private final DemoReport report;

    DemoRun(
            ProgressOptions progress,
            DemoFolder folder,
            ServiceProcess service,
            DemoReport report) {
        this.progress = progress;
        this.folder = folder;
        this.service = service;
        this.report = report;
    }

    /// @param listener hears of the upload, too
    /// @return the lines that do the same with curl
    /// @throws FailedException when what came back is not what was sent
    String run(Path file, ProgressListener listener) {
        try (var admin = client(service.administrator())) {
            var intake = DemoIntake.prepare(admin);
            report.row("intake", intake + ", large uploads enabled");
            var path = path(file);
            var sent = send(file, path, intake, listener);
            report.sent(sent);
            report.readBack(compare(admin, sent.file()));
            report.document(sent.file().family());
            return CurlLines.of(service.url(), intake, file, path + ".by-curl");
        }
    }

    private PenstockClient client(Credential credential) {
        return PenstockClient.open(ConnectionSettings.of(service.url(), Optional.of(credential)));
    }

    /// A path holds one document only, and a kept folder may see many demos.
    private static String path(Path file) {
        var moment = Instant.now().toString().replaceAll("[^0-9T]", "").substring(0, 15);
        var name = String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        return "demo/%s/%s".formatted(moment, name);
    }

    private DemoSending.Timed send(
            Path file, String path, DemoIntake intake, ProgressListener listener) {
        var journal = new UploadJournal(folder.path().resolve("journal"));
        try (var client = client(new Credential(intake.token()));
                var view = progress.view(String.valueOf(file.getFileName()))) {
            return DemoSending.send(
                    client,
                    intake,
                    journal,
                    file,
                    path,
                    event -> {
                        view.on(event);
                        listener.on(event);
                    });
        }
    }

    private static ReadBack compare(PenstockClient admin, SentFile sent) {
        NamedChecksum wanted =
                sent.checksum()
                        .orElseThrow(() -> new FailedException("There is no checksum to compare."));
        var content = admin.content(sent.family().id(), ORIGINAL);
        var back = admin.readBack(content, wanted.algorithm(), _ -> {});
        if (back.size() != sent.size() || !back.checksum().equals(wanted)) {
            throw new FailedException(
                    "%d bytes with the %s %s came back, but %d with %s were sent."
                            .formatted(
                                    back.size(),
                                    wanted.algorithm().s3Name(),
                                    back.checksum().value(),
                                    sent.size(),
                                    wanted.value()));
        }
        return back;
    }
}
