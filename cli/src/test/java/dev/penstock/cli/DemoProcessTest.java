package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("proof")
class DemoProcessTest {
    private static final int INTERRUPTED = 130;
    @TempDir Path folder;
    private Path temporary;

    @BeforeEach
    void make_folders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    private Child demo(String... words) {
        return Child.java(
                folder,
                Map.of(),
                List.of("-Xmx128m", "-Djava.io.tmpdir=" + temporary),
                Stream.concat(Stream.of("demo"), Stream.of(words)).toArray(String[]::new));
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.list(temporary)) {
            assertThat(files.filter(f -> f.toString().contains("penstock"))).isEmpty();
        }
    }

    @Test
    void file_goes_in_and_comes_back_equal() throws IOException {
        try (var demo = demo("--exit", "--size", "64MiB")) {
            assertThat(demo.await()).as(demo.toString()).isZero();
            System.out.println(demo.out());
            assertThat(demo.out())
                    .containsPattern("(?m)^service +http://127\\.0\\.0\\.1:\\d+")
                    .containsPattern(
                            "(?m)^storage +http://127\\.0\\.0\\.1:\\d+, data in " + temporary)
                    .containsPattern("(?m)^intake +acme/large-files, large uploads enabled$")
                    .containsPattern("(?m)^file +.+, 64\\.0 MiB$")
                    .containsPattern("(?m)^sent +64\\.0 MiB in \\d+ parts?, [0-9.]+ s, .+/s$")
                    .containsPattern("(?m)^completed +[0-9.]+ s after the last part$")
                    .containsPattern(
                            "(?m)^read back +64\\.0 MiB, CRC64NVME [A-Za-z0-9+/=]{12}: equal to"
                                    + " what was sent$")
                    .containsPattern("(?m)^document +[0-9a-f-]{36}, demo/.+$")
                    .containsPattern("(?m)^ +verified by checksum$")
                    .doesNotContain("kit_", "pak_", "Exception");
            assertThat(demo.err())
                    .contains("Starting a service", "100% of 64.0 MiB")
                    .doesNotContain("kit_", "pak_", "Exception");
        }
        assertNothingIsLeft();
    }

    @Test
    void given_file_is_sent_and_the_data_stays_where_it_was_asked_to() {
        var file = TestFiles.make(folder.resolve("film of ours.mov"), 20 << 20);
        var data = folder.resolve("kept");

        for (int round = 1; round <= 2; round++) {
            try (var demo = demo(file.toString(), "--exit", "--data", data.toString(), "--quiet")) {
                assertThat(demo.await()).as(demo.toString()).isZero();
                assertThat(demo.out()).contains("equal to what was sent", "film_of_ours.mov");
            }
        }
        assertThat(data.resolve("penstock.db")).exists();
        assertThat(file).exists();
    }

    @Test
    void service_that_is_killed_half_way_takes_nothing_with_it() {
        try (var demo = demo("--exit", "--crash", "--size", "512MiB")) {
            assertThat(demo.await()).as(demo.toString()).isZero();
            System.out.println(demo.out());
            assertThat(demo.out())
                    .containsPattern("(?m)^crash +killed with 256\\.0 MiB stored, started again; ")
                    .contains("equal to what was sent");
        }
    }

    @Test
    void printed_curl_lines_run_until_ctrl_c_stops_the_service() throws IOException {
        Programs.require("DemoProcessTest", "bash", "curl", "sed", "split");
        try (var demo = demo("--size", "150MiB", "--quiet")) {
            demo.awaitOut("Ctrl-C stops the service.");
            var printed = demo.out();
            var start = "in an empty folder of another terminal:\n";
            var lines =
                    printed.substring(
                            printed.indexOf(start) + start.length(),
                            printed.indexOf("The API is described at"));
            assertThat(printed)
                    .containsPattern(
                            "(?m)^Studio, signed in: http://127\\.0\\.0\\.1:\\d+/studio/#key=pak_[\\w-]+$");
            assertThat(lines.strip()).hasLineCount(10);
            var empty = Files.createDirectory(folder.resolve("empty"));
            try (var curl = Child.start(empty, Map.of(), List.of("bash", "-euc", lines))) {
                assertThat(curl.await()).as(curl.toString()).isZero();
                assertThat(ContractJson.readObject(curl.out().lines().toList().getLast()))
                        .containsEntry("size", 150 << 20)
                        .hasEntrySatisfying(
                                "path", path -> assertThat(path).asString().endsWith(".by-curl"));
            }
            try (var left = Files.list(empty)) {
                assertThat(left).isEmpty();
            }
            assertThat(demo.interrupt().await()).isEqualTo(INTERRUPTED);
        }
        assertNothingIsLeft();
    }
}
