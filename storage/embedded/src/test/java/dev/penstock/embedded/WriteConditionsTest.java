package dev.penstock.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `If-None-Match: *` and `If-Match` on put and complete, alone and sixteen at once.
@Timeout(60)
class WriteConditionsTest {
    private static final int RACERS = 16;
    private static final String[] ONLY_NEW = {"if-none-match", "*"};
    private static TestStorage storage;
    private static SignedHttp http;

    @BeforeAll
    static void start() {
        storage = TestStorage.start(TestStorage.TINY_PARTS);
        http = SignedHttp.of(storage.endpoint());
    }

    @AfterAll
    static void stop() {
        storage.close();
    }

    @Test
    void a_put_that_must_be_new_leaves_what_is_there() throws IOException {
        Ask ask = put("new", "first").header("if-none-match", "*");
        assertThat(http.send(ask).status()).isEqualTo(200);
        assertThat(http.send(put("new", "second").header("if-none-match", "*")).outcome())
                .isEqualTo("412 PreconditionFailed");
        assertThat(http.send(Ask.get("new")).text()).isEqualTo("first");
    }

    @Test
    void a_put_over_a_known_object_needs_that_one() throws IOException {
        String etag = http.send(put("known", "first")).header("etag");
        assertThat(http.send(put("known", "x").header("if-match", "\"other\"")).outcome())
                .isEqualTo("412 PreconditionFailed");
        assertThat(http.send(put("known", "second").header("if-match", etag)).status())
                .isEqualTo(200);
        assertThat(http.send(put("none", "x").header("if-match", etag)).outcome())
                .isEqualTo("404 NoSuchKey");
    }

    @Test
    void a_condition_that_s3_does_not_have_is_not_passed_over() throws IOException {
        assertThat(http.send(put("c", "x").header("if-none-match", "\"e\"")).outcome())
                .isEqualTo("501 NotImplemented");
        assertThat(http.send(put("c", "x").header("if-modified-since", "now")).outcome())
                .isEqualTo("501 NotImplemented");
        assertThat(http.send(Ask.get("c")).status()).isEqualTo(404);
    }

    @Test
    void a_completion_that_must_be_new_leaves_what_is_there_and_the_upload_open()
            throws IOException {
        http.send(put("done", "first"));
        HandUpload upload = HandUpload.begin(http, "done");
        upload.part(1, "second".getBytes(UTF_8));
        assertThat(upload.complete(ONLY_NEW).outcome()).isEqualTo("412 PreconditionFailed");
        assertThat(http.send(Ask.get("done")).text()).isEqualTo("first");
        assertThat(http.send(upload.listAsk()).elements("PartNumber")).containsExactly("1");
        assertThat(upload.complete().status()).isEqualTo(200);
        assertThat(http.send(Ask.get("done")).text()).isEqualTo("second");
    }

    @RepeatedTest(5)
    void of_sixteen_puts_at_once_one_wins() throws Exception {
        http.send(Ask.of("DELETE", "race"));
        List<Answer> answers =
                race(i -> http.send(put("race", "racer " + i).header("if-none-match", "*")));
        requireOneWinner("race", answers);
    }

    @RepeatedTest(5)
    void of_sixteen_completions_at_once_one_wins() throws Exception {
        http.send(Ask.of("DELETE", "goal"));
        List<HandUpload> uploads = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            HandUpload upload = HandUpload.begin(http, "goal");
            upload.part(1, ("racer " + i).getBytes(UTF_8));
            uploads.add(upload);
        }
        requireOneWinner("goal", race(i -> uploads.get(i).complete(ONLY_NEW)));
        int open = 0;
        for (HandUpload upload : uploads) {
            open += http.send(upload.listAsk()).status() == 200 ? 1 : 0;
            upload.abort();
        }
        assertThat(open).isEqualTo(RACERS - 1);
    }

    @Test
    void sixteen_completions_of_one_upload_all_hear_the_same() throws Exception {
        HandUpload upload = HandUpload.begin(http, "same");
        upload.part(1, "once".getBytes(UTF_8));
        List<Answer> answers = race(_ -> upload.complete());
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    }

    private static void requireOneWinner(String key, List<Answer> answers) throws IOException {
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            if (answers.get(i).status() == 200) {
                winners.add(i);
            } else {
                assertThat(answers.get(i).outcome()).isEqualTo("412 PreconditionFailed");
            }
        }
        assertThat(winners).hasSize(1);
        assertThat(http.send(Ask.get(key)).text()).isEqualTo("racer " + winners.getFirst());
    }

    private interface Racer {
        Answer run(int number) throws IOException;
    }

    private static List<Answer> race(Racer racer) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                int number = i;
                Callable<Answer> run =
                        () -> {
                            start.await(10, TimeUnit.SECONDS);
                            return racer.run(number);
                        };
                running.add(threads.submit(run));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : running) {
                answers.add(future.get());
            }
            return answers;
        }
    }

    private static Ask put(String key, String text) {
        return Ask.put(key, text.getBytes(UTF_8));
    }
}
