package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.Api.Begun;
import dev.penstock.cli.Api.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A running service whose disk is full: clear refusals, everything readable, nothing lost, and on
/// it goes as soon as there is room, without a restart.
@Tag("proof")
class FullDiskTest {
    private static final int DISK = 96;
    private static final int PART = 5 << 20;
    private static final int LOG = 20_000;
    private static final int TRIES = 20_000;
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final byte[] WAITING = {1, 2, 3};
    private static final long SEED = 20_260_302;

    @TempDir Path folder;

    private final Map<String, byte[]> documents = new HashMap<>();
    private final Map<String, Begun> begun = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    /// What a full disk must refuse at some time, however much room is left inside the files.
    private enum Refused {
        BEGIN,
        PART
    }

    @Test
    void the_database_has_no_room() {
        try (var disk = SmallDisk.mounted(FullDiskTest.class, folder.resolve("small"), DISK)) {
            var url = "jdbc:sqlite:" + disk.folder().resolve("penstock.db");
            check(disk, Refused.BEGIN, Map.of("PENSTOCK_DATABASE_URL", url));
        }
    }

    @Test
    void the_storage_has_no_room() {
        try (var disk = SmallDisk.mounted(FullDiskTest.class, folder.resolve("small"), DISK)) {
            var url = "jdbc:sqlite:" + folder.resolve("penstock.db");
            var data = disk.folder().resolve("data").toString();
            check(
                    disk,
                    Refused.PART,
                    Map.of("PENSTOCK_DATABASE_URL", url, "PENSTOCK_DATA_DIR", data));
        }
    }

    @Test
    void neither_has_room() {
        try (var disk = SmallDisk.mounted(FullDiskTest.class, folder.resolve("small"), DISK)) {
            var data = disk.folder().resolve("data").toString();
            check(disk, Refused.PART, Map.of("PENSTOCK_DATA_DIR", data));
        }
    }

    private void check(SmallDisk disk, Refused kind, Map<String, String> settings) {
        var more = new HashMap<>(settings);
        more.put("PENSTOCK_BOOTSTRAP_API_KEY", TestService.ADMIN);
        try (var service =
                ServiceChild.on(folder, ServiceChild.freePort(), ServiceChild.freePort(), more)) {
            var shell =
                    new Shell(folder.resolve("home"))
                            .set("PENSTOCK_URL", service.url())
                            .set("PENSTOCK_API_KEY", TestService.ADMIN);
            TestService.token(shell, "acme");
            try (var api = new Api(service.url(), "acme/large-files", TestService.ADMIN)) {
                live(disk, kind, service, api);
            } catch (AssertionError e) {
                var log = service.child().err();
                throw new AssertionError(log.substring(Math.max(0, log.length() - LOG)), e);
            }
            service.stop();
        }
    }

    private void live(SmallDisk disk, Refused kind, ServiceChild service, Api api) {
        completeOne(api, "before.bin");
        Begun open = begin(api, "open.bin", 2L * PART);
        byte[] first = bytes(PART);
        assertThat(api.sendPart(open, 1, first).status()).isEqualTo(200);

        Begun waiting = begin(api, "waiting.bin", WAITING.length);
        assertThat(api.sendPart(waiting, 1, WAITING).status()).isEqualTo(200);

        disk.fill();
        switch (kind) {
            case BEGIN -> fillDatabase(api, waiting);
            case PART -> fillStorage(api, open);
        }
        everythingIsReadable(api);
        assertThat(api.parts(open).text()).contains("\"partNumber\":1");

        disk.empty();
        byte[] second = bytes(PART);
        eventually(() -> api.sendPart(open, 2, second), said -> said.status() == 200);
        var family = eventually(() -> api.complete(open), said -> said.status() == 201);
        documents.put(family.text("id"), joined(first, second));
        var late = eventually(() -> api.complete(waiting), said -> said.status() < 300);
        documents.put(late.text("id"), WAITING);
        completeOne(api, "after.bin");
        everythingIsReadable(api);
        service.crashAndRestart();
        everythingIsReadable(api);
        assertThat(begun.values())
                .allSatisfy(upload -> assertThat(api.abort(upload).status()).isIn(204, 409));
    }

    /// Begins uploads until there is no room for more; those that were acknowledged must stay.
    private void fillDatabase(Api api, Begun waiting) {
        for (int i = 0; i < TRIES; i++) {
            var path = "x".repeat(900) + i;
            Said said = api.begin(path, 1);
            if (said.status() == 200) {
                begun.put(path, Api.begun(said));
                continue;
            }
            assertPutOff(said);
            assertThat(said.text("detail")).contains("no room left");
            completionIsPutOffOrDone(api, waiting);
            return;
        }
        throw new AssertionError("the database took all of it");
    }

    /// There is room inside the database's files for some rows, so both answers are right.
    private void completionIsPutOffOrDone(Api api, Begun waiting) {
        Said said = api.complete(waiting);
        if (said.status() == 201) {
            documents.put(said.text("id"), WAITING);
        } else {
            assertPutOff(said);
        }
    }

    /// No room for a part, and not for ever for the storage's catalog either.
    private void fillStorage(Api api, Begun open) {
        Said refused = api.sendPart(open, 2, bytes(PART));
        assertThat(refused.status()).as(refused.toString()).isIn(503, 507);
        assertThat(refused.text()).contains("<Code>", "disk").doesNotContain("InternalError");
        for (int i = 0; i < TRIES; i++) {
            var path = "x".repeat(900) + i;
            Said said = api.begin(path, 1);
            if (said.status() == 200) {
                begun.put(path, Api.begun(said));
                continue;
            }
            assertPutOff(said);
            return;
        }
        throw new AssertionError("the catalog took all of it");
    }

    private static void assertPutOff(Said said) {
        assertThat(said.status()).as(said.toString()).isEqualTo(503);
        assertThat(said.text("code")).isEqualTo("storage-unavailable");
        assertThat(said.header("retry-after")).matches("[1-9][0-9]*");
    }

    private void everythingIsReadable(Api api) {
        assertThat(api.get("/health/live").status()).isEqualTo(200);
        assertThat(api.get("/health/ready").status()).isEqualTo(200);
        assertThat(begun).isNotEmpty();
        begun.forEach((path, upload) -> {
            Said said = api.status(upload);
            assertThat(said.status()).as(said.toString()).isEqualTo(200);
            assertThat(said.text("path")).isEqualTo(path);
            assertThat(said.text("state")).isIn("receiving", "completing", "stored", "completed");
        });
        var listed = api.get("/api/document-families?limit=1000");
        assertThat(listed.status()).isEqualTo(200);
        assertThat(documents).isNotEmpty();
        documents.forEach((family, bytes) -> {
            assertThat(listed.text()).contains(family);
            assertThat(api.content(family)).isEqualTo(bytes);
        });
    }

    private void completeOne(Api api, String path) {
        byte[] bytes = bytes(1 << 20);
        Begun upload = begin(api, path, bytes.length);
        assertThat(api.sendPart(upload, 1, bytes).status()).isEqualTo(200);
        Said said = api.complete(upload);
        assertThat(said.status()).as(said.toString()).isEqualTo(201);
        documents.put(said.text("id"), bytes);
    }

    private Begun begin(Api api, String path, long length) {
        Said said = eventually(() -> api.begin(path, length), s -> s.status() == 200);
        begun.put(path, Api.begun(said));
        return Api.begun(said);
    }

    /// What is put off meanwhile must be put off properly.
    private static Said eventually(Supplier<Said> call, Predicate<Said> wanted) {
        long end = System.nanoTime() + RECOVERY.toNanos();
        while (true) {
            Said said = call.get();
            if (wanted.test(said)) {
                return said;
            }
            assertThat(said.status()).as(said.toString()).isEqualTo(503);
            assertThat(System.nanoTime()).as("in time: " + said).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
