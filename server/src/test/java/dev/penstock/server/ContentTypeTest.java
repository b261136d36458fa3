package dev.penstock.server;

import static dev.penstock.server.support.Refusals.refused;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.support.Answer;
import dev.penstock.server.support.BucketContents;
import dev.penstock.server.support.Eventually;
import dev.penstock.server.support.StorageThatMisbehaves;
import dev.penstock.server.support.TestFamily;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.Way;
import dev.penstock.testkit.misbehaving.MisbehavingStorage;
import dev.penstock.testkit.misbehaving.Plan;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The type of a file is what its bytes say, and an intake may take some types alone.
class ContentTypeTest {
    private static final byte[] PNG =
            HexFormat.of()
                    .parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n".getBytes(ISO_8859_1);

    @TempDir static Path folder;
    private static MisbehavingStorage storage;
    private static BucketContents bucket;
    private static TestService service;
    private TestIntake intake;

    @BeforeAll
    static void start() {
        storage = MisbehavingStorage.start(Plan.calm());
        bucket = new BucketContents(storage.behind());
        service =
                TestService.in(
                        folder,
                        StorageThatMisbehaves.settings(
                                storage,
                                "PENSTOCK_URL_TTL",
                                "PT2S",
                                "PENSTOCK_CLEANUP_INTERVAL",
                                "PT1S"));
    }

    @AfterAll
    static void stop() {
        service.close();
        bucket.close();
        storage.close();
    }

    @BeforeEach
    void makeIntake() {
        intake = service.intake();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_declared_is_kept_beside_what_was_found(Way way) {
        TestFamily family =
                TestFamily.made(intake, way.upload(intake, "a.pdf", "application/pdf", PNG, "{}"));

        assertThat(family.content("NATIVE", "mimeType").asString()).isEqualTo("image/png");
        assertThat(family.content("NATIVE", "declaredMimeType").asString())
                .isEqualTo("application/pdf");
        assertThat(family.content("DOCUMENT", "source/mime_type").asString())
                .isEqualTo("image/png");
        String route = family.route() + "/content/NATIVE";
        assertThat(service.management("GET", route, "").text("mimeType")).isEqualTo("image/png");
    }

    @ParameterizedTest
    @EnumSource
    void a_type_that_the_intake_does_not_take_ends_the_upload(Way way) {
        intake.set("'allowedContentTypes':['application/pdf','text/*']");

        Answer refusal = way.upload(intake, "a.pdf", "application/pdf", PNG, "{}");

        refused(refusal, 400, "content-type-not-allowed");
        assertThat(refusal.text("detail")).contains("image/png");
        assertThat(intake.uploads()).contains("\"rejected\"", "\"content-type-not-allowed\"");
        Eventually.holds(() -> bucket.objects().stream().noneMatch(k -> k.contains(intake.id())));
        TestFamily.made(intake, way.upload(intake, "a.pdf", "image/png", PDF, "{}"));
    }
}
