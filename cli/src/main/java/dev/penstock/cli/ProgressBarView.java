package dev.penstock.cli;

import dev.penstock.client.UploadEvent;
import java.io.PrintStream;
import java.text.DecimalFormat;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar on a terminal.
final class ProgressBarView implements ProgressView {
    private static final int USUAL_WIDTH = 100;
    private static final int UPDATE_MILLIS = 200;
    private static final long MIB = 1 << 20;

    private final ProgressBar bar;
    private final PrintStream err;

    ProgressBarView(String title, Surroundings surroundings) {
        int width =
                surroundings
                        .variable("COLUMNS")
                        .filter(text -> text.matches("\\d{2,4}"))
                        .map(Integer::parseInt)
                        .orElse(USUAL_WIDTH);
        err = surroundings.err();
        bar =
                new ProgressBarBuilder()
                        .setTaskName(title)
                        .setUnit("MiB", MIB)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(UPDATE_MILLIS)
                        .showSpeed(new DecimalFormat("0"))
                        .setConsumer(new ConsoleProgressBarConsumer(err, width - 1))
                        .build();
    }

    @Override
    public void on(UploadEvent event) {
        switch (event) {
            case UploadEvent.Opened opened -> bar.maxHint(opened.size().orElse(-1));
            case UploadEvent.SendingDirectly direct -> bar.maxHint(direct.size());
            case UploadEvent.PartKept kept -> bar.stepBy(kept.size());
            case UploadEvent.BytesSent sent -> bar.stepBy(sent.bytes());
            case UploadEvent.BytesLost lost -> bar.stepBy(-lost.bytes());
            case UploadEvent.Waiting waiting -> bar.setExtraMessage(" " + waiting.reason());
            case UploadEvent.PartStored stored -> bar.setExtraMessage("");
            case UploadEvent.StartingAnew anew -> {
                bar.stepTo(0);
                err.printf("%n%s%n", ProgressView.line(anew));
            }
            case UploadEvent.Completing completing -> bar.setExtraMessage(" completing");
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
