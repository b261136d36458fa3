package dev.penstock.cli;

import dev.penstock.client.UploadEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Progress for a log: a line every tenth of the file, or every 10 s.
final class ProgressLinesView implements ProgressView {
    private static final int TENTHS = 10;
    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();

    private final String title;
    private final PrintStream err;
    private final long start = System.nanoTime();
    private final AtomicLong there = new AtomicLong();
    private final AtomicLong network = new AtomicLong();
    private long size = -1;
    private long lastTenth;
    private long lastLine = start;

    ProgressLinesView(String title, PrintStream err) {
        this.title = title;
        this.err = err;
    }

    @Override
    public void on(UploadEvent event) {
        switch (event) {
            case UploadEvent.Opened opened -> opened(opened);
            case UploadEvent.SendingDirectly direct -> {
                size = direct.size();
                lastTenth = TENTHS; // mostly over at once: only one that takes long is told of
            }
            case UploadEvent.PartKept kept -> {
                there.addAndGet(kept.size());
                show();
            }
            case UploadEvent.BytesSent sent -> {
                there.addAndGet(sent.bytes());
                network.addAndGet(sent.bytes());
                show();
            }
            case UploadEvent.BytesLost lost -> there.addAndGet(-lost.bytes());
            case UploadEvent.PartStored stored -> {}
            case UploadEvent.Waiting waiting ->
                    line(
                            "%s; trying again in %.1f s"
                                    .formatted(waiting.reason(), waiting.delay().toMillis() / 1e3));
            case UploadEvent.StartingAnew anew -> anew(anew);
            case UploadEvent.Completing completing -> line("all parts are there, completing");
        }
    }

    private synchronized void anew(UploadEvent.StartingAnew anew) {
        there.set(0);
        lastTenth = 0;
        line(ProgressView.line(anew));
    }

    private void opened(UploadEvent.Opened opened) {
        size = opened.size().orElse(-1);
        lastTenth = 0;
        var parts =
                opened.parts().isPresent()
                        ? " in %d parts".formatted(opened.parts().getAsInt())
                        : "";
        line(
                "upload %s%s%s"
                        .formatted(
                                opened.uploadId(),
                                size >= 0 ? ", " + Sizes.text(size) : "",
                                parts));
    }

    private synchronized void show() {
        long now = System.nanoTime();
        long bytes = there.get();
        long tenth = size > 0 ? bytes * TENTHS / size : 0;
        if (tenth > lastTenth || now - lastLine > LINE_NANOS) {
            lastTenth = Math.max(tenth, lastTenth);
            lastLine = now;
            var speed = Sizes.text((long) (network.get() / Math.max(1e-3, (now - start) / 1e9)));
            line(
                    size > 0
                            ? "%d%% of %s, %s/s"
                                    .formatted(bytes * 100 / size, Sizes.text(size), speed)
                            : "%s, %s/s".formatted(Sizes.text(bytes), speed));
        }
    }

    private void line(String text) {
        err.println(title + ": " + text);
    }

    @Override
    public void close() {}
}
