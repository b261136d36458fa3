package dev.penstock.cli;

import dev.penstock.client.PenstockException;
import dev.penstock.client.ProgressListener;
import dev.penstock.client.SentFile;
import dev.penstock.client.StoppedException;
import java.nio.file.Path;
import java.util.function.Function;

/// One upload from the first line of progress to the report of its end.
final class SendRun {
    private final Surroundings surroundings;
    private final ProgressOptions progress;
    private final SendReport report;

    SendRun(Surroundings surroundings, ProgressOptions progress, Output output) {
        this.surroundings = surroundings;
        this.progress = progress;
        this.report = new SendReport(output, new Failures(surroundings));
    }

    /// @param title what is sent, mostly a file
    /// @return the exit status
    int run(String title, Function<ProgressListener, SentFile> sending) {
        try {
            report.arrived(title, send(title, sending));
            return ExitStatus.DONE;
        } catch (StoppedException e) {
            throw e;
        } catch (PenstockException e) {
            report.failed(title, e);
            tellHowToResume(title);
            return ExitStatus.FAILED;
        }
    }

    private SentFile send(String title, Function<ProgressListener, SentFile> sending) {
        try (var interruption = new Interruption(surroundings.err());
                var view = progress.view(title)) {
            return sending.apply(event -> {
                interruption.on(event);
                view.on(event);
            });
        }
    }

    private void tellHowToResume(String file) {
        Journals.of(surroundings).find(Path.of(file)).stream()
                .findFirst()
                .map(entry -> "  To go on: penstock resume " + entry.uploadId())
                .ifPresent(surroundings.err()::println);
    }
}
