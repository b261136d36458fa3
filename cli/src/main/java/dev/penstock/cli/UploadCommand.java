package dev.penstock.cli;

import dev.penstock.client.DirectUse;
import dev.penstock.client.DocumentFields;
import dev.penstock.client.FileToSend;
import dev.penstock.client.ProgressListener;
import dev.penstock.client.SentFile;
import dev.penstock.client.StreamToSend;
import dev.penstock.client.UploadSettings;
import dev.penstock.client.Uploader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "upload",
        description = "Sends files straight into the storage, each as a document.",
        footer = {
            "",
            "Examples:",
            "  penstock upload scan.pdf",
            "  penstock upload film.mov --path 2026/film.mov --metadata project=apollo",
            "  penstock upload order.pdf --label urgent --external-data order.json",
            "  penstock upload -r photos/",
            "  pg_dump big | penstock upload - --path dumps/big.sql",
            "",
            "A file that was cut off goes on with: penstock resume"
        })
final class UploadCommand implements Callable<Integer> {
    private static final String STDIN = "-";
    private static final String STDIN_TITLE = "standard input";

    private final Surroundings surroundings;

    @Mixin final ConnectionOptions connection;
    @Mixin final IntakeOption intake;
    @Mixin final ProgressOptions progress;
    @Mixin final Output output;
    @Mixin final DocumentOptions document = new DocumentOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files to send; - is standard input.")
    List<String> files = List.of();

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "Path of the document in its store. Default: the file's name.")
    Optional<String> path = Optional.empty();

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            description = "MIME type. Default: by the file's name.")
    Optional<String> contentType = Optional.empty();

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "Parts on the network at a time, 1 to 64. Default: 4.")
    int parallel = UploadSettings.usual().parallel();

    @Option(
            names = "--part-size",
            paramLabel = "SIZE",
            description = "Size of a part, like 64MiB. Default: the service's proposal.")
    Optional<String> partSize = Optional.empty();

    @Option(
            names = "--direct",
            paramLabel = "WHEN",
            description =
                    "Send files through the service in one call: auto (small and empty ones, and"
                            + " those that fit where large uploads are off), always or never."
                            + " Default: auto.")
    DirectUse direct = DirectUse.AUTO;

    @Option(
            names = {"-r", "--recursive"},
            description = "Send the files in folders, too.")
    boolean recursive;

    private DocumentFields fields = DocumentFields.none();

    UploadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.connection = new ConnectionOptions(surroundings);
        this.intake = new IntakeOption(surroundings);
        this.progress = new ProgressOptions(surroundings);
        this.output = new Output(surroundings);
    }

    @Override
    public Integer call() {
        if (path.isPresent() && (files.size() > 1 || recursive)) {
            throw new UsageException("--path names one document; send one file with it.");
        }
        if (files.contains(STDIN) && path.isEmpty()) {
            throw new UsageException("standard input has no name; give --path.");
        }
        if (files.contains(STDIN) && direct == DirectUse.ALWAYS) {
            throw new UsageException("standard input has no known length; it cannot go --direct.");
        }
        fields = document.fields();
        var address = intake.required();
        var settings = settings();
        var journal = Journals.of(surroundings);
        try (var client = connection.openPatiently()) {
            return sendAll(listener -> new Uploader(client, address, settings, journal, listener));
        }
    }

    private UploadSettings settings() {
        try {
            var settings = UploadSettings.usual().withParallel(parallel).withDirect(direct);
            return partSize.map(Sizes::parse)
                    .map(bytes ->
                            settings.withPartSize(bytes).withSingleLimit(0).withDirectLimit(0))
                    .orElse(settings);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--parallel or --part-size: " + e.getMessage());
        }
    }

    /// One that fails does not keep the next from being sent.
    private int sendAll(Function<ProgressListener, Uploader> uploaders) {
        var run = new SendRun(surroundings, progress, output);
        int status = ExitStatus.DONE;
        for (var source : sources()) {
            var title = source.map(s -> s.file().toString()).orElse(STDIN_TITLE);
            int ended =
                    run.run(
                            title,
                            listener -> {
                                var uploader = uploaders.apply(listener);
                                return source.map(s -> sendFile(uploader, s))
                                        .orElseGet(() -> sendStream(uploader));
                            });
            status = Math.max(status, ended);
        }
        return status;
    }

    /// Empty: standard input.
    private List<Optional<SourcePaths.Source>> sources() {
        var depth = recursive ? SourcePaths.Depth.FOLDERS_TOO : SourcePaths.Depth.FILES_ONLY;
        return files.stream()
                .flatMap(named ->
                        named.equals(STDIN)
                                ? Stream.of(Optional.<SourcePaths.Source>empty())
                                : SourcePaths.of(Path.of(named), depth).stream().map(Optional::of))
                .toList();
    }

    private SentFile sendFile(Uploader uploader, SourcePaths.Source source) {
        return uploader.send(
                new FileToSend(
                        source.file(),
                        path.orElse(source.path()),
                        contentType.orElseGet(() -> SourcePaths.contentType(source.file())),
                        fields));
    }

    private SentFile sendStream(Uploader uploader) {
        return uploader.sendStream(
                new StreamToSend(
                        surroundings.in(),
                        path.orElseThrow(),
                        contentType.orElse("application/octet-stream"),
                        fields));
    }
}
