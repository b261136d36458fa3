package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.client.ConnectionSettings;
import dev.penstock.client.Credential;
import dev.penstock.client.PenstockClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A service whose answers are lost on their way has one upload of a file all the same.
class LostAnswersTest {
    private static final long SIZE = (11L << 20) + 7;

    @TempDir static Path folder;
    private static TestService service;
    private static Shell shell;

    @BeforeAll
    static void start() {
        service = TestService.in(folder);
        shell = service.uploader("answers");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "presigned-upload-request",
                "multipart-upload-request",
                "multipart-upload-complete"
            })
    void one_upload_and_one_document(String route) {
        var file = TestFiles.make(folder.resolve(route + ".bin"), SIZE);
        try (var proxy = new LosingProxy(service.url(), route, 2)) {
            var behind = new Shell(folder.resolve("home"));
            shell.variables().forEach(behind::set);
            var words = Stream.of("upload", file.toString(), "--part-size", "5MiB");
            int most = route.startsWith("presigned") ? 2 : 4;

            behind.set("PENSTOCK_URL", proxy.url()).done(words.limit(most).toArray(String[]::new));

            assertThat(proxy.left()).isZero();
        }
        assertThat(uploadsOf(file)).isEqualTo(1);
    }

    private static long uploadsOf(Path file) {
        var administrator = Optional.of(new Credential(TestService.ADMIN));
        var server = URI.create(service.url());
        try (var client = PenstockClient.open(ConnectionSettings.of(server, administrator))) {
            var intake = client.intakes().list().getFirst();
            return client.uploads(intake.id()).list().stream()
                    .filter(upload -> upload.path().equals(file.getFileName().toString()))
                    .count();
        }
    }
}
