package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told when a command line cannot be done: a sentence, never a stack trace or a secret.
class WrongUseTest {
    private static final String SECRET = "kit_this-secret-must-not-be-told-to-anybody";
    private static TestService service;
    private static Shell shell;
    @TempDir Path folder;

    @BeforeAll
    static void start(@TempDir Path data) {
        service = TestService.in(data);
        shell = service.uploader("acme");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private Shell stranger() {
        return new Shell(folder.resolve("home"))
                .set("PENSTOCK_URL", service.url())
                .set("PENSTOCK_TOKEN", SECRET)
                .set("PENSTOCK_INTAKE", "acme/large-files");
    }

    private String file() {
        return TestFiles.make(folder.resolve(UUID.randomUUID() + ".bin"), 100).toString();
    }

    private static void assertSentences(Shell.Ended ended) {
        assertThat(ended.err())
                .startsWith("penstock: ")
                .doesNotContain("Exception", "\tat ", "dev.penstock", SECRET, "null");
        assertThat(ended.err().lines().count()).isLessThanOrEqualTo(3);
        assertThat(ended.out()).doesNotContain(SECRET);
    }

    private static void assertWrongUsage(Shell.Ended ended, String sentence) {
        assertThat(ended.status()).as(ended.err()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertSentences(ended);
        assertThat(ended.err()).contains(sentence, "--help'.");
        assertThat(ended.out()).isEmpty();
    }

    private static void assertFailed(Shell.Ended ended, String sentence) {
        assertThat(ended.status()).as(ended.err()).isEqualTo(ExitStatus.FAILED);
        assertSentences(ended);
        assertThat(ended.err()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    upload                                    | Missing required parameter: 'FILE'
                    upload f --frobnicate                     | Unknown option: '--frobnicate'
                    frobnicate                                | Unmatched argument at index 0: 'frobnicate'
                    upload a b --path p                       | --path names one document
                    upload -r . --path p                      | --path names one document
                    upload -                                  | standard input has no name; give --path.
                    upload f --parallel 0                     | parallel is a number from 1 to 64
                    upload f --parallel many                  | 'many' is not an int
                    upload f --part-size 5MB6                 | '5MB6' is no size
                    upload f --part-size 0                    | positive
                    upload f --metadata apollo                | KEY=VALUE
                    upload f --external-data /nowhere.json    | --external-data: /nowhere.json cannot be read.
                    upload f --direct sometimes               | expected one of [AUTO, ALWAYS, NEVER]
                    upload - --path p --direct always         | standard input has no known length
                    upload f --intake acme                    | an intake is named ORG/SLUG
                    upload f --server localhost               | is no address of a service
                    upload f --server ftp://localhost/        | is no address of a service
                    upload .                                  | is a folder; -r sends the files in it
                    abort                                     | Missing required parameter: 'UPLOAD'
                    resume x --file f                         | --file goes with the id of an upload
                    resume --parallel 65 00000000-0000-4000-8000-000000000000 --file f | parallel is a number
                    org                                       | Missing required subcommand
                    org create                                | Missing required parameter: 'SLUG'
                    org set acme                              | Missing required option: '--name
                    store create inbox                        | a document store is named ORG/SLUG
                    store create Acme/inbox                   | a document store is named ORG/SLUG
                    intake create acme/more                   | Missing required option: '--store
                    intake create acme/more --store b2b/inbox | acme and b2b are two
                    intake set acme/large-files               | what shall be changed?
                    intake set acme/large-files --upload-ttl week | --upload-ttl is an ISO-8601 duration
                    intake set acme/large-files --large-uploads maybe | 'maybe'
                    label create urgent                       | a label is named ORG/NAME, like acme/URGENT
                    label set acme/urgent                     | what shall be changed?
                    status create new                         | a document status is named ORG/SLUG
                    feature set acme/totals                   | Missing required option: '--name
                    intake set acme/large-files --feature A   | a knowledge feature is named ORG/SLUG
                    token create acme/large-files             | Missing required option: '--name
                    token create acme/large-files --name n --expires soon | 'soon' is no ISO-8601 duration
                    key create --name n                       | Missing required option: '--grant
                    key create --name n --grant acme          | 'acme' is no grant
                    demo a.bin --size 5                       | --size is for the file that the demo makes
                    demo --size 0                             | --size is at least 1
                    """)
    void wrong_usage_is_2_and_says_what_is_wrong(String line, String sentence) {
        var ended = shell.run(line.split(" +"));

        assertWrongUsage(ended, sentence);
    }

    @Test
    void external_data_that_is_no_object_is_wrong_usage() throws IOException {
        var data = Files.writeString(folder.resolve("data.json"), "[1, 2]");

        assertWrongUsage(
                shell.run("upload", file(), "--external-data", data.toString()),
                "data.json is no JSON object.");
    }

    @Test
    void no_command_is_wrong_usage() {
        assertWrongUsage(shell.run(), "which command?");
    }

    @Test
    void missing_intake_is_wrong_usage_that_names_option_and_variable() {
        assertWrongUsage(
                stranger().unset("PENSTOCK_INTAKE").run("upload", file()),
                "which intake? Give --intake ORG/SLUG or set PENSTOCK_INTAKE.");
    }

    @Test
    void token_that_no_header_can_carry_is_wrong_usage() {
        assertWrongUsage(
                stranger().set("PENSTOCK_TOKEN", "two words").run("upload", file()),
                "a token or key is one word");
    }

    @Test
    void wrong_token_is_told_with_advice() {
        assertFailed(stranger().run("upload", file()), "penstock: unauthenticated: ");
        assertFailed(
                stranger().unset("PENSTOCK_TOKEN").run("upload", file()),
                "Check the token (--token or PENSTOCK_TOKEN)");
        assertFailed(stranger().run("org", "list"), "penstock: unauthenticated: ");
    }

    @Test
    void token_of_another_intake_is_told_so() {
        assertFailed(
                shell.run("upload", file(), "--intake", "acme/nowhere"),
                "penstock: token-out-of-scope: ");
    }

    @Test
    void unknown_intake_is_told_to_who_may_know() {
        assertFailed(
                service.administrator().run("upload", file(), "--intake", "acme/nowhere"),
                "penstock: intake-not-found: ");
    }

    @Test
    void large_uploads_that_are_off_are_told_with_the_command_that_turns_them_on() {
        var closed = service.uploader("closed");
        service.administrator()
                .done("intake", "set", "closed/large-files", "--large-uploads", "off");

        assertFailed(
                closed.run("upload", file(), "--direct", "never"),
                "penstock intake set ORG/SLUG --large-uploads on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    org show nobody                  | there is no organization nobody
                    org delete nobody                | there is no organization nobody
                    store create nobody/inbox        | there is no organization nobody
                    store show acme/nowhere          | there is no document store acme/nowhere
                    intake show acme/nowhere         | there is no intake acme/nowhere
                    intake set acme/nowhere --active | there is no intake acme/nowhere
                    token list acme/nowhere          | there is no intake acme/nowhere
                    token show acme/large-files who  | there is no token who
                    key show nobody                  | there is no key nobody
                    key create --name n --grant nobody=admin | there is no organization nobody
                    key create --name n --grant acme=dance   | grants.permissions must be among
                    org create a                     | invalid-field
                    org create acme                  | slug-taken
                    abort nothing.bin                | there is no unfinished upload of nothing.bin here
                    resume nothing.bin               | there is no unfinished upload nothing.bin here
                    ls --documents --intake acme/nowhere | there is no intake acme/nowhere
                    demo nothing.bin                 | nothing.bin is not a file that can be read
                    """)
    void refused_is_1_and_says_why(String line, String sentence) {
        assertFailed(service.administrator().run(line.split(" +")), sentence);
    }

    @Test
    void unreachable_service_is_told_with_its_address() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var nowhere = "http://127.0.0.1:" + port;

        assertFailed(
                stranger().run("org", "list", "--server", nowhere),
                "The service at " + nowhere + " does not answer: the connection was refused.");
        assertFailed(
                stranger().run("org", "list", "--server", "http://no-such-host.invalid"),
                "the host name is not known");
    }

    @Test
    void what_is_no_penstock_is_told_so() throws IOException {
        try (var other = OtherServer.answering(200, "<html>hello</html>")) {
            assertFailed(
                    stranger().run("org", "list", "--server", other.url()),
                    "not that of a Penstock service");
        }
        try (var other = OtherServer.answering(404, "<html>hello</html>")) {
            assertFailed(
                    stranger().run("org", "list", "--server", other.url()),
                    "is it a Penstock service?");
        }
    }

    @Test
    void settings_are_judged_before_anything_starts() throws IOException {
        var config = folder.resolve("penstock.yaml");
        Files.writeString(
                config, "http:\n  port: many\n  colour: red\nuploads:\n  url-ttl: soon\n");

        for (var command : List.of("serve", "storage")) {
            var ended = stranger().run(command, "--config", config.toString());
            assertThat(ended.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(ended.err())
                    .startsWith("penstock: the settings cannot be used:\n")
                    .contains("http.port", "colour", "url-ttl")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void stack_trace_is_shown_to_who_asks_for_it() {
        var ended = stranger().set("PENSTOCK_DEBUG", "1").run("org", "list");

        assertThat(ended.err()).contains("\tat dev.penstock").doesNotContain(SECRET);
    }
}
