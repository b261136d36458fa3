package dev.penstock.testkit.misbehaving;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.testkit.misbehaving.Heard.Ending;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each fault of the catalogue, played once: what the client hears, and what the storage holds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final byte[] BYTES = "0123456789".repeat(20_000).getBytes(UTF_8);

    private final MisbehavingStorage storage = MisbehavingStorage.start(Plan.calm());
    private final PlainClient client = PlainClient.of(storage);
    private final PlainClient truth = PlainClient.behind(storage);
    private int uploads;
    private String key = "";
    private String id = "";
    private int before;

    @BeforeAll
    void is_up() {
        assertThat(truth.send("HEAD", "", Map.of(), new byte[0]).status()).isEqualTo(200);
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @BeforeEach
    void open_an_upload() {
        key = "upload " + ++uploads + "/ä+b";
        id = truth.create(key);
        before = storage.played().size();
    }

    @AfterEach
    void nothing_is_left_to_play() {
        storage.calm();
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_ERROR, 500, InternalError",
        "INTERNAL_ERROR_AFTER, 500, InternalError",
        "SLOW_DOWN, 503, SlowDown",
        "SLOW_DOWN_RETRY_AFTER, 503, SlowDown",
        "ERROR_IN_200, 200, InternalError",
        "ERROR_IN_200_AFTER, 200, InternalError",
        "ACCESS_DENIED_IN_200, 200, AccessDenied",
        "ACCESS_DENIED_IN_200_AFTER, 200, AccessDenied",
        "CLOCK_SKEW, 403, RequestTimeTooSkewed",
        "INVALID_PART, 400, InvalidPart",
        "NO_SUCH_UPLOAD_AFTER, 404, NoSuchUpload",
        "GATEWAY_TIMEOUT_BEFORE, 504, ''",
        "GATEWAY_TIMEOUT_AFTER, 504, ''",
    })
    @Plays({
        Fault.INTERNAL_ERROR,
        Fault.INTERNAL_ERROR_AFTER,
        Fault.SLOW_DOWN,
        Fault.SLOW_DOWN_RETRY_AFTER,
        Fault.ERROR_IN_200,
        Fault.ERROR_IN_200_AFTER,
        Fault.ACCESS_DENIED_IN_200,
        Fault.ACCESS_DENIED_IN_200_AFTER,
        Fault.CLOCK_SKEW,
        Fault.INVALID_PART,
        Fault.NO_SUCH_UPLOAD_AFTER,
        Fault.GATEWAY_TIMEOUT_BEFORE,
        Fault.GATEWAY_TIMEOUT_AFTER
    })
    void completion_hears_an_error(Fault fault, int status, String code) {
        String etag = part();
        storage.play(Rule.of(fault).on(Operation.COMPLETE_MULTIPART_UPLOAD));

        Heard heard = client.complete(key, id, etag);

        assertThat(heard.ending()).isEqualTo(Ending.WHOLE);
        assertThat(heard.status()).isEqualTo(status);
        assertThat(heard.code()).isEqualTo(code);
        assertThat(heard.header("retry-after"))
                .isEqualTo(fault == Fault.SLOW_DOWN_RETRY_AFTER ? "1" : "");
        assertThat(isStored()).isEqualTo(Catalogue.of(fault).effect() == Effect.YES);
        assertPlayed(fault, Operation.COMPLETE_MULTIPART_UPLOAD);
        assertThat(client.complete(key, id, etag).status()).isEqualTo(200);
        assertThat(isStored()).isTrue();
    }

    @Test
    @Plays({Fault.RESET_BEFORE, Fault.RESET_AFTER})
    void completion_is_reset_before_and_after_it_took_effect() {
        String etag = part();
        storage.play(Rule.of(Fault.RESET_BEFORE));

        assertThat(client.complete(key, id, etag)).isEqualTo(Heard.nothing(Ending.RESET));
        assertThat(isStored()).isFalse();

        storage.play(Rule.of(Fault.RESET_AFTER));

        assertThat(client.complete(key, id, etag)).isEqualTo(Heard.nothing(Ending.RESET));
        assertThat(isStored()).isTrue();
        assertThat(storage.played().subList(before, before + 2))
                .extracting(Played::fault)
                .containsExactly(Fault.RESET_BEFORE, Fault.RESET_AFTER);
    }

    @Test
    void part_is_reset_before_and_after_it_took_effect() {
        storage.play(Rule.of(Fault.RESET_BEFORE).on(Operation.UPLOAD_PART).parts(7));
        storage.play(Rule.of(Fault.RESET_AFTER).on(Operation.UPLOAD_PART).parts(8));

        assertThat(client.part(key, id, 7, BYTES).ending()).isEqualTo(Ending.RESET);
        assertThat(client.part(key, id, 8, BYTES).ending()).isEqualTo(Ending.RESET);
        assertThat(truth.list(key, id).elements("PartNumber")).containsExactly("8");
    }

    @Test
    @Plays(Fault.GATEWAY_TIMEOUT_LATE)
    void completion_takes_effect_after_its_client_heard_504() {
        completesLate(Fault.GATEWAY_TIMEOUT_LATE, 504);
    }

    @Test
    @Plays(Fault.RESET_LATE)
    void completion_takes_effect_after_its_client_was_reset() {
        completesLate(Fault.RESET_LATE, 0);
    }

    private void completesLate(Fault fault, int status) {
        String etag = part();
        storage.play(Rule.of(fault).millis(400));

        assertThat(client.complete(key, id, etag).status()).isEqualTo(status);
        assertThat(isStored()).isFalse();
        assertThat(truth.list(key, id).elements("PartNumber")).containsExactly("1");
        await(this::isStored);
        assertPlayed(fault, Operation.COMPLETE_MULTIPART_UPLOAD);
    }

    @Test
    @Plays(Fault.MISSING_ETAG)
    void part_is_answered_without_its_etag() {
        storage.play(Rule.of(Fault.MISSING_ETAG));

        Heard heard = client.part(key, id, 1, BYTES);

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.headers()).doesNotContainKey("etag");
        assertThat(truth.list(key, id).element("Size")).isEqualTo("200000");
        assertThat(client.part(key, id, 1, BYTES).headers()).containsKey("etag");
        assertPlayed(Fault.MISSING_ETAG, Operation.UPLOAD_PART);
    }

    @Test
    @Plays(Fault.SLOW_FIRST_BYTE)
    void answer_comes_late() {
        storage.play(Rule.of(Fault.SLOW_FIRST_BYTE).millis(300));

        assertThat(lasts(() -> client.list(key, id), 200)).isGreaterThanOrEqualTo(millis(300));
    }

    @Test
    @Plays(Fault.CUT_ANSWER)
    void answer_is_cut_in_the_middle() {
        String etag = part();
        storage.play(Rule.of(Fault.CUT_ANSWER).on(Operation.COMPLETE_MULTIPART_UPLOAD));
        storage.play(Rule.of(Fault.CUT_ANSWER).on(Operation.HEAD_OBJECT));

        Heard heard = client.complete(key, id, etag);

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.ending()).isEqualTo(Ending.CUT);
        assertThat(heard.body()).isNotEmpty().doesNotContain("</CompleteMultipartUploadResult>");
        assertThat(isStored()).isTrue();
        assertThat(client.head(key)).isEqualTo(Heard.nothing(Ending.CUT));
    }

    @Test
    @Plays(Fault.STALLED_BODY)
    void body_is_not_read_for_a_while() {
        storage.play(Rule.of(Fault.STALLED_BODY).millis(300));

        assertThat(lasts(() -> client.part(key, id, 1, BYTES), 200))
                .isGreaterThanOrEqualTo(millis(300));
        assertThat(truth.list(key, id).element("Size")).isEqualTo("200000");
    }

    @Test
    @Plays(Fault.SLOW_BODY)
    void body_is_read_slowly() {
        storage.play(Rule.of(Fault.SLOW_BODY).with(Parameter.BYTES_PER_SECOND, BYTES.length * 2L));

        assertThat(lasts(() -> client.part(key, id, 1, BYTES), 200))
                .isGreaterThanOrEqualTo(millis(400));
        assertThat(truth.list(key, id).element("Size")).isEqualTo("200000");
    }

    @Test
    @Plays(Fault.PART_KEPT_THOUGH_CUT)
    void part_that_was_cut_is_listed_at_its_full_size() {
        storage.play(Rule.of(Fault.PART_KEPT_THOUGH_CUT));

        assertThat(client.part(key, id, 1, BYTES).ending()).isEqualTo(Ending.RESET);

        await(() -> truth.list(key, id).elements("Size").equals(List.of("200000")));
        truth.complete(key, id, truth.list(key, id).element("ETag"));
        byte[] stored = truth.get(key).body().getBytes(ISO_8859_1);
        assertThat(stored).hasSize(200_000).startsWith(Arrays.copyOf(BYTES, 100_000));
        assertThat(Arrays.copyOfRange(stored, 100_000, 200_000)).containsOnly(0);
        assertPlayed(Fault.PART_KEPT_THOUGH_CUT, Operation.UPLOAD_PART);
    }

    @Test
    @Plays(Fault.DROPPED_UPLOAD)
    void upload_is_dropped_by_the_storage() {
        String etag = part();
        storage.play(Rule.of(Fault.DROPPED_UPLOAD).on(Operation.COMPLETE_MULTIPART_UPLOAD));

        Heard heard = client.complete(key, id, etag);

        assertThat(heard.status()).isEqualTo(404);
        assertThat(heard.code()).isEqualTo("NoSuchUpload");
        assertThat(isStored()).isFalse();
        assertThat(truth.list(key, id).code()).isEqualTo("NoSuchUpload");
        assertThat(client.part(key, id, 2, BYTES).code()).isEqualTo("NoSuchUpload");
    }

    @Test
    @Plays(Fault.FEW_PARTS_A_PAGE)
    void listing_comes_in_small_pages() {
        for (int number = 1; number <= 5; number++) {
            truth.part(key, id, number, BYTES);
        }
        storage.play(Rule.of(Fault.FEW_PARTS_A_PAGE).always());

        Heard first = client.list(key, id);
        Heard second = client.list(key, id, Map.of("part-number-marker", "2"));
        Heard last = client.list(key, id, Map.of("part-number-marker", "4"));

        assertThat(first.elements("PartNumber")).containsExactly("1", "2");
        assertThat(first.element("IsTruncated")).isEqualTo("true");
        assertThat(first.element("NextPartNumberMarker")).isEqualTo("2");
        assertThat(second.elements("PartNumber")).containsExactly("3", "4");
        assertThat(last.elements("PartNumber")).containsExactly("5");
        assertThat(last.element("IsTruncated")).isEqualTo("false");
    }

    @Test
    @Plays(Fault.LAGGING_LISTING)
    void listing_lacks_what_came_lately() {
        client.part(key, id, 1, BYTES);
        storage.play(Rule.of(Fault.LAGGING_LISTING).always().millis(400));
        await(() -> client.list(key, id).elements("PartNumber").equals(List.of("1")));
        client.part(key, id, 2, BYTES);

        assertThat(client.list(key, id).elements("PartNumber")).containsExactly("1");
        await(() -> client.list(key, id).elements("PartNumber").size() == 2);
        assertThat(storage.played())
                .last()
                .extracting(Played::fault)
                .isEqualTo(Fault.LAGGING_LISTING);
    }

    @Test
    @Plays(Fault.LAGGING_HEAD)
    void head_is_404_shortly_after_completion() {
        String etag = part();
        storage.play(Rule.of(Fault.LAGGING_HEAD).always().millis(400));
        client.complete(key, id, etag);

        assertThat(client.head(key).status()).isEqualTo(404);
        assertThat(isStored()).isTrue();
        await(() -> client.head(key).status() == 200);
    }

    @Test
    void what_the_storage_refuses_is_refused_and_not_said_to_have_worked() {
        storage.play(Rule.of(Fault.NO_SUCH_UPLOAD_AFTER));

        Heard heard = client.complete(key, id, "\"00000000000000000000000000000000\"");

        assertThat(heard.code()).isEqualTo("InvalidPart");
        assertThat(storage.played().getLast().storage()).hasValue(400);
    }

    @Test
    void every_fault_is_played_here() {
        Set<Fault> played = EnumSet.noneOf(Fault.class);
        Arrays.stream(FaultsTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Plays.class))
                .forEach(m -> played.addAll(Arrays.asList(m.getAnnotation(Plays.class).value())));

        assertThat(played).containsExactlyInAnyOrder(Fault.values());
    }

    private String part() {
        return client.part(key, id, 1, BYTES).header("etag");
    }

    private boolean isStored() {
        return truth.head(key).status() == 200;
    }

    private void assertPlayed(Fault fault, Operation operation) {
        assertThat(storage.played()).hasSize(before + 1);
        Played last = storage.played().getLast();
        assertThat(last.fault()).isEqualTo(fault);
        assertThat(last.operation()).isEqualTo(operation);
        assertThat(last.key()).isEqualTo(key);
        assertThat(last.json()).contains("\"fault\":\"" + fault + "\"");
    }

    private static Duration lasts(Supplier<Heard> call, int status) {
        long start = System.nanoTime();
        assertThat(call.get().status()).isEqualTo(status);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
