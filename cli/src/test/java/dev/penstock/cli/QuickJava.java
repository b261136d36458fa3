package dev.penstock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Java processes of this class path that start several times faster from the second life on: the
/// first one, when it ends by itself, leaves its classes in an archive
/// (<https://docs.oracle.com/en/java/javase/25/vm/class-data-sharing.html>), which takes them from
/// jars only.
final class QuickJava {
    private final Path folder;
    private final String classPath;

    /// @param folder for jars and archives
    QuickJava(Path folder) {
        this.folder = folder;
        var entries = System.getProperty("java.class.path").split(":", -1);
        this.classPath =
                Stream.of(entries)
                        .map(Path::of)
                        .filter(Files::exists)
                        .map(this::jar)
                        .map(Path::toString)
                        .collect(Collectors.joining(":"));
    }

    private Path jar(Path entry) {
        if (!Files.isDirectory(entry)) {
            return entry;
        }
        var jar = folder.resolve(Integer.toHexString(entry.hashCode()) + ".jar");
        try (var files = Files.walk(entry);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(entry.relativize(file).toString()));
                Files.copy(file, out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The command that starts a main class.
    ///
    /// @param name of the archive
    List<String> command(String name, Class<?> main, String... words) {
        var archive = folder.resolve(name + ".jsa");
        var command =
                new ArrayList<String>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx160m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xlog:disable",
                                "--enable-native-access=ALL-UNNAMED"));
        command.add(
                (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
                        + archive);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(words));
        return command;
    }
}
