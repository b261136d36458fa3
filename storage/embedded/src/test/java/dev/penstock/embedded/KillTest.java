package dev.penstock.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of the storage while clients write.
@Timeout(300)
class KillTest {
    private static final int MOST_ANSWERS = 200;

    @TempDir private Path folder;

    @Test
    void what_was_answered_is_there_and_nothing_half_is() throws Exception {
        killAgainAndAgain(2);
    }

    @Test
    @Tag("proof")
    void what_was_answered_is_there_and_nothing_half_is_after_many_kills() throws Exception {
        killAgainAndAgain(30);
    }

    private void killAgainAndAgain(int rounds) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int changes = 0;
        for (int round = 0; round < rounds; round++) {
            Path directory = folder.resolve("round" + round);
            String what = "seed " + seed + ", round " + round;
            RunningClients clients;
            try (ChildStorage child = ChildStorage.start(directory)) {
                clients = RunningClients.start(child.endpoint(), random.nextLong());
                clients.awaitAnswers(random.nextInt(MOST_ANSWERS));
                Thread.sleep(random.nextInt(50));
                child.kill();
                clients.join();
            }
            assertThat(clients.surprises()).as(what).isEmpty();
            changes += clients.acknowledged().size();
            try (TestStorage storage = TestStorage.start(directory, TestStorage.TINY_PARTS)) {
                requireObjects(storage, clients, what);
                requireParts(storage, clients, what);
                requireNoStrays(storage, what);
            }
        }
        System.out.println(rounds + " kills, " + changes + " keys compared, seed " + seed);
        assertThat(changes).as("seed %d", seed).isPositive();
    }

    private static void requireObjects(TestStorage storage, RunningClients clients, String what)
            throws IOException {
        SignedHttp http = SignedHttp.of(storage.endpoint());
        for (Map.Entry<String, RunningClients.Content> entry : clients.acknowledged().entrySet()) {
            Answer answer = http.send(Ask.get(entry.getKey()));
            byte[] found = answer.status() == 200 ? answer.body() : new byte[0];
            assertThat(answer.status()).isIn(200, 404);
            assertThat(found)
                    .as("%s, %s", what, entry.getKey())
                    .satisfiesAnyOf(
                            bytes -> assertThat(bytes).isEqualTo(entry.getValue().bytes()),
                            bytes ->
                                    assertThat(bytes)
                                            .isEqualTo(clients.asked(entry.getKey()).bytes()));
        }
    }

    private static void requireParts(TestStorage storage, RunningClients clients, String what)
            throws IOException {
        SignedHttp http = SignedHttp.of(storage.endpoint());
        for (RunningClients.OpenUpload upload : clients.open()) {
            Answer listed = http.send(Ask.get(upload.key()).query("uploadId", upload.id()));
            for (Map.Entry<Integer, RunningClients.Piece> part : upload.acknowledged().entrySet()) {
                int at = listed.elements("PartNumber").indexOf(part.getKey().toString());
                assertThat(at).as("%s, part %d", what, part.getKey()).isNotNegative();
                assertThat(listed.elements("ETag").get(at))
                        .as(what)
                        .isEqualTo('"' + Samples.md5(part.getValue().bytes()) + '"');
            }
        }
    }

    /// In the end every row has its blob, every blob has its row, and no deletion is left undone.
    private static void requireNoStrays(TestStorage storage, String what) {
        TestStorage.await(
                what,
                () ->
                        rows(storage, "SELECT content FROM deleted_contents").isEmpty()
                                && rows(storage, "SELECT hex(blob) FROM segments")
                                        .equals(TestStorage.blobs(storage.directory())));
    }

    private static Set<String> rows(TestStorage storage, String sql) {
        Set<String> rows = new TreeSet<>();
        CatalogRows.read(storage.directory(), sql)
                .forEach(row -> rows.add(row.toLowerCase(Locale.ROOT)));
        return rows;
    }
}
