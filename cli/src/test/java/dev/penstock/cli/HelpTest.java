package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private static final List<String> CRUD = List.of("create", "list", "show", "set", "delete");
    private final Shell shell = new Shell(Path.of("nowhere"));

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void program_lists_its_commands_variables_and_exit_statuses(String option) {
        assertThat(shell.done(option))
                .contains(
                        "Usage: penstock",
                        "demo",
                        "serve",
                        "storage",
                        "upload",
                        "resume",
                        "abort",
                        "ls",
                        "org",
                        "store",
                        "label",
                        "status",
                        "feature",
                        "intake",
                        "token",
                        "key",
                        "version")
                .contains("PENSTOCK_URL", "PENSTOCK_TOKEN", "PENSTOCK_INTAKE")
                .contains("0 done, 1 refused or failed, 2 wrong usage, 130 interrupted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    upload  | --path --metadata --content-type --document-version --parallel --part-size --recursive --intake --server --token --json --quiet
                    resume  | --file --parallel --intake --server --token --json --quiet
                    abort   | --intake --server --token
                    ls      | --documents --intake --server --token --json
                    serve   | --config --stop-at-end-of-input
                    storage | --config --stop-at-end-of-input
                    demo    | --size --data --exit --crash --quiet
                    org     | --server --token --json
                    store   | --server --token --json
                    label   | --server --token --json
                    status  | --server --token --json
                    feature | --server --token --json
                    intake  | --server --token --json
                    token   | --server --token --json
                    key     | --server --token --json
                    """)
    void command_lists_its_options_and_gives_an_example(String command, String options) {
        var help = shell.done(command, "--help");

        assertThat(help)
                .contains("Usage: penstock " + command)
                .containsPattern("\\nExamples?:\\n")
                .containsPattern("\\n  .*penstock " + command)
                .contains(options.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org", "store", "label", "status", "feature", "intake", "token", "key"})
    void management_has_the_same_verbs_each_with_its_help(String noun) {
        for (var verb : CRUD) {
            if (noun.equals("token") && verb.equals("set")) {
                continue;
            }
            assertThat(shell.done(noun, "--help")).contains("  " + verb);
            assertThat(shell.done(noun, verb, "--help"))
                    .contains("Usage: penstock " + noun + " " + verb)
                    .contains("--server", "--token", "--json");
        }
    }

    @Test
    void help_of_an_intake_lists_what_can_be_changed() {
        assertThat(shell.done("intake", "set", "--help"))
                .contains(
                        "--large-uploads",
                        "--active",
                        "--store",
                        "--max-file-size",
                        "--max-open-uploads",
                        "--upload-ttl",
                        "--allow-multiple-files",
                        "--content-type",
                        "--feature",
                        "--require-checksums",
                        "--require-declared-parts",
                        "on|off");
    }

    @Test
    void lines_of_help_fit_a_terminal() {
        for (var command :
                List.of("upload", "resume", "ls", "serve", "demo", "intake", "label", "key")) {
            assertThat(shell.done(command, "--help").lines())
                    .as(command)
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void version_tells_penstock_and_java(String word) {
        assertThat(shell.done(word)).startsWith("penstock ").contains("\nJava 25");
    }
}
