package dev.penstock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files that a command line names, and the document path of each.
final class SourcePaths {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private SourcePaths() {}

    /// @param path of the document
    record Source(Path file, String path) {}

    /// A file by its name; of a folder each regular file, by the folder's name and the way to it.
    ///
    /// @throws UsageException for a folder that was not meant to be sent whole
    static List<Source> of(Path named, Depth depth) {
        var absolute = named.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            return List.of(new Source(named, name(absolute)));
        }
        return switch (depth) {
            case FILES_ONLY ->
                    throw new UsageException(
                            named + " is a folder; -r sends the files in it, each as a document.");
            case FOLDERS_TOO -> below(absolute);
        };
    }

    enum Depth {
        FILES_ONLY,
        FOLDERS_TOO
    }

    private static List<Source> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new Source(file, name(folder) + "/" + relative(folder, file)))
                    .toList();
        } catch (IOException e) {
            throw new FailedException(folder + " cannot be read.", e);
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String name(Path path) {
        var name = path.getFileName();
        return name == null ? "root" : name.toString();
    }

    static String contentType(Path file) {
        try {
            var type = Files.probeContentType(file);
            return type == null ? UNKNOWN_TYPE : type;
        } catch (IOException e) {
            return UNKNOWN_TYPE;
        }
    }
}
