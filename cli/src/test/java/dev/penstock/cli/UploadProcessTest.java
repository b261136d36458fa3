package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `penstock upload` as a process of its own that is killed, interrupted, or whose service is.
@Tag("proof")
class UploadProcessTest {
    private static final long MIB = 1 << 20;
    private static final int SIZE_MIB = 320;
    private static final int PART_MIB = 8;
    private static final int PARTS = SIZE_MIB / PART_MIB;
    private static final long BYTES_PER_SECOND = 80 * MIB;
    private static final Pattern ID = Pattern.compile("upload ([0-9a-f-]{36}),");

    private static final Pattern PERCENT = Pattern.compile(": (\\d+)% of ");

    @TempDir Path folder;
    private SlowPipe pipe;
    private ServiceChild service;
    private Map<String, String> variables;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        int storagePort = ServiceChild.freePort();
        pipe = SlowPipe.to(storagePort, BYTES_PER_SECOND);
        service =
                ServiceChild.on(
                        folder,
                        ServiceChild.freePort(),
                        storagePort,
                        Map.of(
                                "PENSTOCK_EMBEDDED_PUBLIC_URL",
                                pipe.url(),
                                "PENSTOCK_BOOTSTRAP_API_KEY",
                                TestService.ADMIN));
        var admin =
                new Shell(folder)
                        .set("PENSTOCK_URL", service.url())
                        .set("PENSTOCK_API_KEY", TestService.ADMIN);
        variables = new HashMap<>();
        variables.put("PENSTOCK_URL", service.url());
        variables.put("PENSTOCK_INTAKE", "acme/large-files");
        variables.put("PENSTOCK_TOKEN", TestService.token(admin, "acme"));
        file = TestFiles.make(folder.resolve("film.mov"), SIZE_MIB * MIB);
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        pipe.close();
    }

    private Child upload() {
        return Child.penstock(
                folder,
                variables,
                "upload",
                file.toString(),
                "--part-size",
                PART_MIB + "MiB",
                "--json");
    }

    /// @return the upload's id, once so much has been sent
    private static UUID awaitPercent(Child upload, int percent) {
        var opened = ID.matcher(upload.awaitErr(line -> line.contains(": upload ")));
        assertThat(opened.find()).isTrue();
        upload.awaitErr(line -> percent(line) >= percent);
        return UUID.fromString(opened.group(1));
    }

    private static int percent(String line) {
        var matcher = PERCENT.matcher(line);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static Map<String, @Nullable Object> json(Child child) {
        return ContractJson.readObject(child.out());
    }

    private static long number(Map<String, @Nullable Object> json, String name) {
        return json.get(name) instanceof Number number ? number.longValue() : -1;
    }

    private Shell shell() {
        var shell = new Shell(folder);
        variables.forEach(shell::set);
        return shell;
    }

    private int received(UUID id) {
        return UnfinishedUpload.status(service.url(), shell(), id).receivedParts();
    }

    private Map<String, @Nullable Object> resume(UUID id) {
        try (var resume = Child.penstock(folder, variables, "resume", id.toString(), "--json")) {
            assertThat(resume.await()).as(resume.toString()).isZero();
            return json(resume);
        }
    }

    private static void assertOnlyMissingPartsWereSent(
            Map<String, @Nullable Object> resumed, int there) {
        long kept = number(resumed, "partsKept");
        long sent = number(resumed, "partsSent");
        System.out.printf("%d parts were there, %d kept, %d sent%n", there, kept, sent);
        // a part on its way at the cut may have arrived since
        assertThat(kept).isBetween((long) there, there + 4L);
        assertThat(kept + sent).isEqualTo(PARTS);
        assertThat(number(resumed, "bytesKept")).isEqualTo(kept * PART_MIB * MIB);
        assertThat(number(resumed, "bytesSent")).isEqualTo(sent * PART_MIB * MIB);
        assertThat(resumed).containsEntry("verified", "checksum");
    }

    @Test
    void killed_upload_is_resumed_with_only_the_missing_parts() {
        UUID id;
        try (var upload = upload()) {
            id = awaitPercent(upload, 50);
            upload.kill().await();
        }
        int there = received(id);
        assertThat(there).isBetween(PARTS / 4, PARTS - 1);

        assertOnlyMissingPartsWereSent(resume(id), there);
        assertThat(UnfinishedUpload.status(service.url(), shell(), id).state())
                .isEqualTo("completed");
    }

    @Test
    void interrupted_upload_ends_with_130_and_tells_how_to_go_on() {
        UUID id;
        try (var upload = upload()) {
            id = awaitPercent(upload, 30);
            assertThat(upload.interrupt().await()).isEqualTo(130);
            assertThat(upload.err())
                    .endsWith("Interrupted. To go on: penstock resume " + id)
                    .doesNotContain("Exception", "\tat ", variables.get("PENSTOCK_TOKEN"));
            assertThat(upload.out()).isEmpty();
        }

        int there = received(id);
        assertOnlyMissingPartsWereSent(resume(id), there);
    }

    @Test
    void service_that_is_killed_and_restarted_is_not_noticed_by_who_sends() {
        try (var upload = upload()) {
            var id = awaitPercent(upload, 50);
            service.crashAndRestart();

            assertThat(upload.await()).as(upload.toString()).isZero();
            assertThat(json(upload))
                    .containsEntry("uploadId", id.toString())
                    .containsEntry("partsSent", PARTS)
                    .containsEntry("verified", "checksum");
            assertThat(upload.err()).contains("trying again in");
        }
    }

    @Test
    void service_that_is_killed_with_its_client_is_resumed() {
        UUID id;
        int there;
        try (var upload = upload()) {
            id = awaitPercent(upload, 50);
            there = received(id);
            upload.kill().await();
            service.crashAndRestart();
        }

        assertOnlyMissingPartsWereSent(resume(id), there);
    }

    /// The heap holds a twentieth of it.
    @Test
    void part_is_never_held_in_memory() {
        try (var upload =
                Child.java(
                        folder,
                        variables,
                        List.of("-Xmx24m", "-XX:MaxDirectMemorySize=24m"),
                        "upload",
                        file.toString(),
                        "--part-size",
                        SIZE_MIB / 2 + "MiB",
                        "--json")) {
            assertThat(upload.await()).as(upload.toString()).isZero();
            assertThat(json(upload)).containsEntry("partsSent", 2);
        }
    }

    @Test
    void standard_input_is_a_source() {
        var command =
                List.of(
                        "bash",
                        "-c",
                        "exec \"$0\" -Xmx128m --enable-native-access=ALL-UNNAMED -cp \"$1\" \"$2\""
                                + " upload - --path big.sql --json --quiet <\"$3\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        file.toString());
        try (var upload = Child.start(folder, variables, command)) {
            assertThat(upload.await()).as(upload.toString()).isZero();
            assertThat(json(upload))
                    .containsEntry("size", (int) (SIZE_MIB * MIB))
                    .containsEntry("path", "big.sql")
                    .containsEntry("verified", "checksum");
        }
    }
}
