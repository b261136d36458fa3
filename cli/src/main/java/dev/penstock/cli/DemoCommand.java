package dev.penstock.cli;

import dev.penstock.cli.demo.DemoFolder;
import dev.penstock.cli.demo.MadeFile;
import dev.penstock.cli.demo.ServiceProcess;
import dev.penstock.client.ProgressListener;
import dev.penstock.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "demo",
        description = {
            "Starts a service with storage of its own, sends it a file in parts, reads the file back"
                    + " and compares; then serves until Ctrl-C.",
            "It needs twice the room of the file that it makes, or once that of the file given."
        },
        footer = {
            "",
            "Examples:",
            "  penstock demo",
            "  penstock demo film.mov --exit",
            "  penstock demo --size 8GiB --data /mnt/big/demo",
            "  penstock demo --crash     (kill -9 in the middle of it all)"
        })
final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin final ProgressOptions progress;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file to send. Default: one is made.")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "Size of the file that is made. Default: 1GiB.")
    Optional<String> size = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the data here. Default: a temporary folder that goes at the end.")
    Optional<Path> data = Optional.empty();

    @Option(
            names = "--exit",
            description = "Stop when the file has been compared, with status 0 if all of it held.")
    boolean exit;

    @Option(
            names = "--crash",
            description =
                    "Kill the service and its storage (SIGKILL) when half is sent, start them again"
                            + " and tell how much was sent again.")
    boolean crash;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.progress = new ProgressOptions(surroundings);
    }

    @Override
    public Integer call() {
        if (file.isPresent() && size.isPresent()) {
            throw new UsageException("--size is for the file that the demo makes; leave one out.");
        }
        long bytes = file.map(DemoCommand::sizeOf).orElseGet(this::madeSize);
        try (var closing = Closing.alsoOnSignal()) {
            var folder = DemoFolder.open(data);
            closing.add(folder::close);
            run(folder, bytes, closing);
        }
        return ExitStatus.DONE;
    }

    private long madeSize() {
        long bytes = Sizes.parse(size.orElse("1GiB"));
        if (bytes < 1) {
            throw new UsageException("--size is at least 1.");
        }
        return bytes;
    }

    private static long sizeOf(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return Files.size(file);
            }
            throw new FailedException("%s is not a file that can be read.".formatted(file));
        } catch (IOException e) {
            throw new FailedException("%s cannot be read.".formatted(file), e);
        }
    }

    private void run(DemoFolder folder, long bytes, Closing closing) {
        folder.requireSpace(bytes);
        var report = new DemoReport(surroundings.out());
        surroundings.err().println("Starting a service ...");
        var service = ServiceProcess.start(folder, Main.class.getName());
        closing.add(service::close);
        report.row("service", service.url() + ", a process of its own");
        report.row("storage", "%s, data in %s".formatted(service.storageUrl(), folder.path()));
        var curl = send(service, folder, report, bytes);
        if (!exit) {
            offer(curl, service);
            UntilStopped.awaitSignal();
        }
    }

    private String send(ServiceProcess service, DemoFolder folder, DemoReport report, long bytes) {
        var sent = file.orElseGet(() -> MadeFile.in(folder, bytes));
        report.row("file", "%s, %s".formatted(sent, Sizes.text(bytes)));
        var run = new DemoRun(progress, folder, service, report);
        if (!crash) {
            var curl = run.run(sent, ProgressListener.silent());
            report.figures(service, bytes, 0);
            return curl;
        }
        var crashing = new DemoCrash(service, bytes);
        var curl = run.run(sent, crashing);
        crashing.report().ifPresent(text -> report.row("crash", text));
        report.figures(service, bytes, crashing.writtenBefore());
        return curl;
    }

    /// The address carries the demo's own key behind `#`, which no browser sends anywhere.
    private static String studio(ServiceProcess service) {
        return Server.hasStudio()
                ? "Studio, signed in: %s/studio/#key=%s%n"
                        .formatted(service.url(), service.administrator().secret())
                : "";
    }

    private void offer(String curl, ServiceProcess service) {
        surroundings
                .out()
                .printf(
                        """

                        The same with curl, from bash in an empty folder of another terminal:

                        %s
                        The API is described at %s/docs.
                        %sCtrl-C stops the service.
                        """,
                        curl, service.url(), studio(service));
        surroundings.out().flush();
    }
}
