package dev.penstock.server;

import static dev.penstock.server.support.Bytes.MIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.server.config.Secret;
import dev.penstock.server.config.SettingsLoader;
import dev.penstock.server.support.Answer;
import dev.penstock.server.support.Bytes;
import dev.penstock.server.support.SharedData;
import dev.penstock.server.support.TestIntake;
import dev.penstock.server.support.TestService;
import dev.penstock.server.support.TestUpload;
import dev.penstock.testkit.AdjustableClock;
import dev.penstock.testkit.repository.Race;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Three nodes on one PostgreSQL and one storage, which started at the same moment on an empty
/// database: whichever is asked, it is one service.
@Tag("proof")
class ThreeNodesTest {
    private static final int NODES = 3;
    private static final int CALLERS = 50;
    private static final byte[] FILE = Bytes.of(9 * MIB, 43);

    @TempDir static Path folder;
    private static SharedData shared;
    private static List<TestService> nodes = List.of();
    private static TestIntake intake;

    @BeforeAll
    static void start() {
        shared = SharedData.in(folder, ThreeNodesTest.class);
        nodes = Race.among(NODES, i -> shared.node("node-" + i));
        intake = nodes.getFirst().intake();
    }

    @AfterAll
    static void stop() {
        nodes.forEach(TestService::close);
        if (shared != null) {
            shared.close();
        }
    }

    private static TestUpload at(int node, TestUpload upload) {
        return at(nodes.get(node), upload);
    }

    private static TestUpload at(TestService node, TestUpload upload) {
        return new TestUpload(upload.intake().at(node), upload.id(), upload.key(), upload.answer());
    }

    @Test
    void migrations_ran_once() {
        assertThat(shared.query("SELECT version FROM flyway_schema_history WHERE success"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(shared.query("SELECT version FROM flyway_schema_history WHERE NOT success"))
                .isEmpty();
    }

    @Test
    void of_nodes_that_start_together_one_makes_the_first_key() {
        for (int round = 0; round < 5; round++) {
            Map<String, String> settings = new HashMap<>(shared.storageSettings());
            settings.putAll(shared.emptyDatabase());
            settings.put("PENSTOCK_HTTP_PORT", "0");
            List<Server> started =
                    Race.among(
                            NODES,
                            _ ->
                                    Server.start(
                                            SettingsLoader.load(Optional.empty(), settings),
                                            new AdjustableClock()));
            List<Secret> keys =
                    started.stream().map(Server::madeKey).flatMap(Optional::stream).toList();
            try {
                assertThat(keys).hasSize(1);
                started.forEach(node -> assertLetsIn(node, keys.getFirst()));
            } finally {
                started.forEach(Server::close);
            }
        }
    }

    private static void assertLetsIn(Server node, Secret key) {
        Answer answer =
                nodes.getFirst()
                        .get(
                                node.url().resolve("/api/api-keys").toString(),
                                Map.of("x-api-key", key.value()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("content").size()).isEqualTo(1);
    }

    @Test
    void an_upload_goes_over_all_nodes() {
        goOverAllNodes(intake, "over-all.bin", nodes);
    }

    /// Begun on the first, URLs of the second, completed on the third, told everywhere.
    private static void goOverAllNodes(TestIntake intake, String path, List<TestService> nodes) {
        TestUpload begun = intake.at(nodes.get(0)).begin(path, FILE.length);
        at(nodes.get(1), begun).send(1, Arrays.copyOf(FILE, 8 * MIB));
        at(nodes.get(2), begun).send(2, Arrays.copyOfRange(FILE, 8 * MIB, FILE.length));
        for (TestService node : nodes) {
            Answer status = at(node, begun).status();
            assertThat(status.text("state")).isEqualTo("receiving");
            assertThat(status.json().path("receivedBytes").asInt()).isEqualTo(FILE.length);
        }
        Answer family = at(nodes.get(2), begun).complete("{'metadata':{'case':17}}");
        assertThat(family.status()).as(family.text()).isEqualTo(201);
        for (TestService node : nodes) {
            assertTold(node, at(node, begun), family);
        }
    }

    private static void assertTold(TestService node, TestUpload upload, Answer family) {
        assertThat(upload.status().text("state")).isEqualTo("completed");
        assertThat(upload.status().text("documentFamilyId")).isEqualTo(family.text("id"));
        Answer repeated = upload.complete("{}");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.json()).isEqualTo(family.json());
        String content = "/api/document-families/%s/content/NATIVE".formatted(family.text("id"));
        assertThat(node.get(node.management("GET", content, "").text("url")).body())
                .isEqualTo(FILE);
        assertThat(upload.urls("[1]").code()).isEqualTo("upload-closed");
    }

    @RepeatedTest(5)
    void of_many_completions_at_once_one_makes_the_document_and_the_others_tell_it(
            RepetitionInfo round) {
        String path = "many-%d.bin".formatted(round.getCurrentRepetition());
        TestUpload upload = intake.begin(path, FILE.length);
        upload.send(1, Arrays.copyOf(FILE, 8 * MIB));
        upload.send(2, Arrays.copyOfRange(FILE, 8 * MIB, FILE.length));
        List<Answer> answers =
                Race.among(
                        CALLERS,
                        i -> at(i % NODES, upload).complete("{'metadata':{'i':" + i + "}}"));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
        assertThat(answers)
                .extracting(a -> a.text("id"))
                .containsOnly(answers.getFirst().text("id"));
        assertThat(
                        shared.query(
                                "SELECT id FROM document_family WHERE upload_id = '%s'"
                                        .formatted(upload.id())))
                .containsExactly(answers.getFirst().text("id"));
    }

    @Test
    void of_two_uploads_for_one_path_one_gets_it_whichever_node_is_asked() {
        List<TestUpload> uploads =
                List.of(intake.begin("one-path.bin", 1), intake.begin("one-path.bin", 1));
        uploads.forEach(upload -> upload.send(1, new byte[1]));
        List<Answer> answers = Race.among(2, i -> at(i + 1, uploads.get(i)).complete("{}"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers).extracting(Answer::code).contains("path-taken");
    }

    @Test
    void what_one_node_changes_the_others_know_at_once() {
        TestIntake fresh = nodes.get(0).intake();
        TestUpload upload = fresh.at(nodes.get(1)).begin("off.bin", 1);
        assertThat(fresh.at(nodes.get(2)).set("'largeUploadEnabled':false").status())
                .isEqualTo(200);
        assertThat(at(0, upload).urls("[1]").code()).isEqualTo("large-uploads-disabled");
        assertThat(fresh.at(nodes.get(1)).set("'largeUploadEnabled':true").status()).isEqualTo(200);
        assertThat(at(2, upload).urls("[1]").status()).isEqualTo(200);
        assertThat(at(1, upload).abort().status()).isEqualTo(204);
        assertThat(at(0, upload).complete("{}").code()).isEqualTo("upload-closed");
        fresh.at(nodes.get(2)).manage("DELETE", "/api/intakes/INTAKE", "");
        assertThat(at(0, upload).status().code()).isEqualTo("unauthenticated");
    }

    /// Of the nodes' own clocks: the storage and its client run on the machine's.
    @ParameterizedTest
    @CsvSource({"-120, 0, 0", "0, 0, 120", "120, 0, -120"})
    void clocks_two_minutes_apart_change_nothing(int first, int second, int third) {
        List<Integer> skews = List.of(first, second, third);
        move(skews, 1);
        try {
            TestIntake made = nodes.get(first > 0 ? 0 : 2).intake();
            for (int begin = 0; begin < NODES; begin++) {
                List<TestService> order =
                        List.of(
                                nodes.get(begin),
                                nodes.get((begin + 1) % NODES),
                                nodes.get((begin + 2) % NODES));
                goOverAllNodes(made, "skewed-%d.bin".formatted(begin), order);
            }
        } finally {
            move(skews, -1);
        }
    }

    private static void move(List<Integer> seconds, int sign) {
        for (int i = 0; i < NODES; i++) {
            nodes.get(i).clock().advance(Duration.ofSeconds((long) sign * seconds.get(i)));
        }
    }
}
