package dev.penstock.cli;

import dev.penstock.cli.demo.ProcessFigures;
import dev.penstock.cli.demo.ServiceProcess;
import dev.penstock.client.ReadBack;
import dev.penstock.contract.DocumentFamilyJson;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What the demo tells, a row each.
final class DemoReport {
    private final PrintStream out;

    DemoReport(PrintStream out) {
        this.out = out;
    }

    void row(String name, String text) {
        out.println("%-10s %s".formatted(name, text));
        out.flush();
    }

    void sent(DemoSending.Timed timed) {
        var sent = timed.file();
        int parts = sent.traffic().partsSent();
        long perSecond = (long) (sent.size() * 1e9 / Math.max(1, timed.whole().toNanos()));
        row(
                "sent",
                "%s in %d %s, %s, %s/s"
                        .formatted(
                                Sizes.text(sent.size()),
                                parts,
                                parts == 1 ? "part" : "parts",
                                seconds(timed.whole()),
                                Sizes.text(perSecond)));
        row("completed", "%s after the last part".formatted(seconds(timed.completion())));
    }

    void readBack(ReadBack back) {
        row(
                "read back",
                "%s, %s %s: equal to what was sent"
                        .formatted(
                                Sizes.text(back.size()),
                                back.checksum().algorithm().s3Name(),
                                back.checksum().value()));
    }

    void document(DocumentFamilyJson family) {
        var original = family.contentObjects().getFirst();
        row("document", "%s, %s".formatted(family.id(), family.path()));
        row("", "verified by %s".formatted(original.verified().orElse("nothing")));
    }

    /// What it took; nothing where the system does not tell.
    ///
    /// @param size of the file, in bytes
    /// @param writtenBefore bytes written by a service that was killed
    void figures(ServiceProcess service, long size, long writtenBefore) {
        var its = service.figures();
        var mine = ProcessFigures.of(ProcessHandle.current().pid());
        its.peakMemory()
                .ifPresent(peak ->
                        row(
                                "memory",
                                "at most %s in the service (heap %d MiB), %s here (heap %d MiB)"
                                        .formatted(
                                                Sizes.text(peak),
                                                ServiceProcess.HEAP_MIB,
                                                Sizes.text(mine.peakMemory().orElse(0)),
                                                Runtime.getRuntime().maxMemory() >> 20)));
        its.written()
                .ifPresent(written ->
                        row(
                                "disk",
                                "%s bytes written by the service for each byte of the file"
                                        .formatted(
                                                decimals(
                                                        3,
                                                        (written + writtenBefore)
                                                                / (double) size))));
    }

    private static String seconds(Duration time) {
        return decimals(2, time.toNanos() / 1e9) + " s";
    }

    private static String decimals(int places, double value) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
