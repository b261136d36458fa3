package dev.penstock.client;

import dev.penstock.client.fake.FakePenstock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A client wired to a fake service, with a journal of its own and short waits.
final class Bench implements AutoCloseable {
    static final IntakeAddress INTAKE = IntakeAddress.parse("acme/large-files");

    final FakePenstock service = FakePenstock.start();
    final List<UploadEvent> events = Collections.synchronizedList(new ArrayList<>());
    final UploadJournal journal;
    final PenstockClient client;

    /// Straight to the storage, however small.
    UploadSettings settings =
            UploadSettings.usual().withSingleLimit(1 << 20).withDirect(DirectUse.NEVER);

    Bench(Path folder) {
        this(folder, Duration.ofSeconds(20));
    }

    Bench(Path folder, Duration patience) {
        journal = new UploadJournal(folder.resolve("journal"));
        var retry = new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(50), patience);
        client =
                PenstockClient.open(
                        ConnectionSettings.of(
                                        service.address(),
                                        Optional.of(new Credential(FakePenstock.TOKEN)))
                                .withRetry(retry));
    }

    Uploader uploader() {
        return new Uploader(client, INTAKE, settings, journal, events::add);
    }

    SentFile send(Path file) {
        return uploader().send(FileToSend.of(file));
    }

    <T extends UploadEvent> List<T> events(Class<T> type) {
        return List.copyOf(events).stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
