package dev.penstock.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testkit.Prerequisite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The bugs that `bench/planted-bugs` plants, to see that the simulation catches them, still fit
/// the code.
@Timeout(30)
class PlantedBugsTest {
    private static final Path ROOT = Path.of(System.getProperty("penstock.root", ".."));
    private static final int AT_LEAST = 10;

    @BeforeAll
    static void git_is_there() throws IOException, InterruptedException {
        if (!Files.exists(ROOT.resolve(".git")) || !isRun("git", "--version")) {
            Prerequisite.missing(
                    PlantedBugsTest.class,
                    "patches are tried with git, in a clone of the project.");
        }
    }

    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("server/src/test/planted-bugs"))) {
            List<Path> patches =
                    files.filter(f -> f.toString().endsWith(".patch")).sorted().toList();
            assertThat(patches).hasSizeGreaterThanOrEqualTo(AT_LEAST);
            return patches;
        }
    }

    @ParameterizedTest
    @MethodSource("patches")
    void a_planted_bug_still_fits(Path patch) throws IOException, InterruptedException {
        assertThat(isRun("git", "apply", "--check", patch.toAbsolutePath().toString()))
                .as("git apply --check %s", patch)
                .isTrue();
    }

    private static boolean isRun(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(20, TimeUnit.SECONDS);
        boolean ran = ended && process.exitValue() == 0;
        if (!ran) {
            System.out.println(said);
        }
        return ran;
    }
}
