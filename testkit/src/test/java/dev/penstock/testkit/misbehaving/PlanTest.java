package dev.penstock.testkit.misbehaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void plan_may_be_an_object_or_the_bare_list_of_rules() throws IOException {
        Plan object = read("{\"seed\": -3, \"rules\": [{\"fault\": \"slow-down\"}]} // said twice");
        Plan list = read("[{\"fault\": \"slow-down\"}]");

        assertThat(object).isEqualTo(Plan.seeded(-3, Rule.of(Fault.SLOW_DOWN)));
        assertThat(list).isEqualTo(Plan.of(Rule.of(Fault.SLOW_DOWN)));
    }

    @Test
    void rule_may_say_everything() {
        String json =
                """
                {"fault": "stalled-body", "operation": ["UploadPart"], "nth": 2, "times": "always",
                 "probability": 0.5, "parts": [4, 3], "key": "acme", "millis": 10}
                """;

        assertThat(PlanFile.rules(json))
                .containsExactly(
                        Rule.of(Fault.STALLED_BODY)
                                .on(Operation.UPLOAD_PART)
                                .parts(3, 4)
                                .keyContaining("acme")
                                .nth(2)
                                .probability(0.5)
                                .millis(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'fault': 'slowdown'} | no fault 'slowdown'; the nearest is 'slow-down'",
                "{'fault': 'reset'} | no fault 'reset'; the nearest is 'reset-late'",
                "{'operation': 'UploadPart'} | names its fault",
                "{'fault': 'slow-down', 'opperation': 'x'} | no field 'opperation'; the nearest is"
                        + " 'operation'",
                "{'fault': 'slow-down', 'operation': 'UpPart'} | no operation 'UpPart'; the nearest"
                        + " is 'UploadPart'",
                "{'fault': 'missing-etag', 'operation': 'ListParts'} | missing-etag cannot hit"
                        + " ListParts, only UploadPart",
                "{'fault': 'slow-down', 'millis': 5} | slow-down has no millis",
                "{'fault': 'few-parts-a-page', 'pageSize': 0} | pageSize is 1 or more",
                "{'fault': 'slow-down', 'nth': 0} | nth is 1 or more",
                "{'fault': 'slow-down', 'nth': 1.5} | nth is a whole number",
                "{'fault': 'slow-down', 'times': 'often'} | times is a whole number",
                "{'fault': 'slow-down', 'probability': 2} | probability is above 0",
                "{'fault': 'slow-down', 'parts': [0]} | parts are 1 to 10000",
                "{'fault': | this is no JSON",
                "7 | a rule is an object",
            })
    void what_cannot_be_played_is_told_with_what_can(String json, String message) {
        assertThatThrownBy(() -> PlanFile.rules(json.replace('\'', '"')))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message);
    }

    @Test
    void mistake_is_told_with_file_and_rule() {
        assertThatThrownBy(() -> read("[{\"fault\": \"slow-down\"}, {\"fault\": \"slow\"}]"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("plan.json: rule 2: there is no fault 'slow'");
        assertThatThrownBy(() -> Plan.read(folder.resolve("none")))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void options_may_be_left_out_and_the_seed_outranks_the_plan() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.json"), "{\"seed\": 3, \"rules\": []}");

        assertThat(Options.parse(List.of()).plan()).isEqualTo(Plan.calm());
        assertThat(Options.parse(List.of("--faults=" + file)).plan().seed()).isEqualTo(3);
        assertThat(
                        Options.parse(List.of("--faults", file.toString(), "--seed", "-9"))
                                .plan()
                                .seed())
                .isEqualTo(-9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fault x | no option '--fault'; the nearest is '--faults'",
                "--port | --port needs a value",
                "--port 70000 | --port is a whole number from 0 to 65535, not '70000'",
                "--seed x | --seed is a whole number, not 'x'",
                "--before http://localhost:1 | --before and --bucket go together",
            })
    void wrong_use_is_told(String words, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(words.split(" ", -1))))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message);
    }

    private Plan read(String json) throws IOException {
        return Plan.read(Files.writeString(folder.resolve("plan.json"), json));
    }
}
