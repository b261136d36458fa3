package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./penstock` in a copy of the sources, as a fresh clone has them.
@Tag("proof")
class LauncherTest {
    private static final Duration BUILD = Duration.ofMinutes(9);
    private static final Set<String> NOT_CLONED = Set.of("target", ".git", "node_modules");
    @TempDir Path folder;

    @Test
    void fresh_clone_is_built_on_first_use_and_signals_reach_the_program() throws IOException {
        Programs.require("LauncherTest", "bash", "mvn");
        var clone = folder.resolve("clone");
        copy(Repository.root(), clone);
        var program = clone.resolve("penstock").toString();
        long start = System.nanoTime();
        try (var first = penstock(program, "version")) {
            assertThat(first.await(BUILD)).as(first.toString()).isZero();
            assertThat(first.err()).startsWith("Building Penstock");
            assertThat(first.out()).matches("penstock [0-9][0-9A-Za-z.-]+\nJava 25[0-9.]*");
        }
        System.out.printf(
                "LauncherTest: built in %d s%n",
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        try (var second = penstock(link(program), "version")) {
            assertThat(second.await()).isZero();
            assertThat(second.err()).isEmpty();
        }
        try (var wrong = penstock(program, "frobnicate")) {
            assertThat(wrong.await()).isEqualTo(ExitStatus.WRONG_USAGE);
        }
        assertThatServeStops(program);
    }

    private void assertThatServeStops(String program) {
        var settings =
                Map.of(
                        "PENSTOCK_DATA_DIR", folder.resolve("data").toString(),
                        "PENSTOCK_HTTP_PORT", "0",
                        "PENSTOCK_EMBEDDED_PORT", "0");
        try (var serve = Child.start(folder, settings, List.of(program, "serve"))) {
            serve.awaitOut("Penstock is ready at");
            assertThat(serve.terminate().await()).isZero();
        }
    }

    private Child penstock(String program, String word) {
        return Child.start(folder, Map.of(), List.of(program, word));
    }

    private String link(String program) throws IOException {
        var link = folder.resolve("link");
        return Files.createSymbolicLink(link, Path.of(program)).toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                            throws IOException {
                        if (NOT_CLONED.contains(String.valueOf(dir.getFileName()))) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        Files.createDirectories(to.resolve(from.relativize(dir)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Files.copy(file, to.resolve(from.relativize(file)));
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
