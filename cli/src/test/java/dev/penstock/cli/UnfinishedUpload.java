package dev.penstock.cli;

import dev.penstock.client.ConnectionSettings;
import dev.penstock.client.Credential;
import dev.penstock.client.FileToSend;
import dev.penstock.client.PenstockClient;
import dev.penstock.client.UploadEvent;
import dev.penstock.client.UploadSettings;
import dev.penstock.client.Uploader;
import dev.penstock.contract.UploadStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// An upload that is cut off after some of its parts.
final class UnfinishedUpload {
    private static final long PART = 5L << 20;

    private UnfinishedUpload() {}

    /// The upload's sender died.
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Sends parts of 5 MiB one after the other, and dies once so many are stored.
    ///
    /// @param shell whose variables and journal count
    static UUID begin(TestService service, Shell shell, Path file, int parts) {
        var id = new AtomicReference<>(new UUID(0, 0));
        var stored = new AtomicInteger();
        var settings = UploadSettings.usual().withParallel(1).withPartSize(PART).withSingleLimit(0);
        try (var client = client(service.url(), shell)) {
            new Uploader(
                            client,
                            Addresses.intake(shell.variables().getOrDefault("PENSTOCK_INTAKE", "")),
                            settings,
                            Journals.of(shell.surroundings()),
                            event -> {
                                switch (event) {
                                    case UploadEvent.Opened opened -> id.set(opened.uploadId());
                                    case UploadEvent.PartStored _ -> {
                                        if (stored.incrementAndGet() == parts) {
                                            throw new Died();
                                        }
                                    }
                                    default -> {}
                                }
                            })
                    .send(FileToSend.of(file));
            throw new AssertionError("the upload was not cut off");
        } catch (Died e) {
            return id.get();
        }
    }

    private static PenstockClient client(String url, Shell shell) {
        var token = new Credential(shell.variables().getOrDefault("PENSTOCK_TOKEN", ""));
        return PenstockClient.open(ConnectionSettings.of(URI.create(url), Optional.of(token)));
    }

    /// What the service says of an upload.
    ///
    /// @param shell with the intake and its token
    static UploadStatus status(String url, Shell shell, UUID id) {
        var intake = Addresses.intake(shell.variables().getOrDefault("PENSTOCK_INTAKE", ""));
        try (var client = client(url, shell)) {
            return client.intake(intake).upload(id);
        }
    }
}
