package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.demo.CurlLines;
import dev.penstock.cli.demo.DemoIntake;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The README's lines are those that the demo prints, and those are run (`DemoProcessTest`).
class ReadmeTest {

    @Test
    void ten_lines_of_curl_are_those_of_the_demo() throws IOException {
        var intake = new DemoIntake(Addresses.intake("acme/large-files"), "kit_…");
        var printed =
                CurlLines.of(
                                URI.create("http://127.0.0.1:8480"),
                                intake,
                                Path.of("scan.tif"),
                                "scan.tif")
                        .replaceFirst("file='[^']*'", "file=scan.tif");

        assertThat(blockUnder("## Ten lines of curl")).isEqualTo(printed).hasLineCount(10);
    }

    private static String blockUnder(String heading) throws IOException {
        var text = readme();
        int start = text.indexOf("```bash\n", text.indexOf(heading)) + "```bash\n".length();
        return text.substring(start, text.indexOf("```", start));
    }

    private static String readme() throws IOException {
        return Files.readString(Repository.root().resolve("README.md"));
    }
}
