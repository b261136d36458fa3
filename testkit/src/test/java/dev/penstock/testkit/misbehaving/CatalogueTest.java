package dev.penstock.testkit.misbehaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void every_fault_of_the_code_stands_in_the_data_once_and_none_else_does() {
        assertThat(Catalogue.faults())
                .extracting(KnownFault::fault)
                .containsExactly(Fault.values());
    }

    @Test
    void table_of_the_page_is_the_data() throws IOException {
        Path page = Path.of(System.getProperty("penstock.root"), "docs", "misbehaving-storage.md");

        assertThat(Files.readAllLines(page).stream().filter(line -> line.startsWith("| `")))
                .filteredOn(line -> line.split("\\|", -1).length == 8)
                .containsExactlyElementsOf(
                        Catalogue.faults().stream().map(CatalogueTest::row).toList());
    }

    @Test
    void plan_of_the_page_can_be_read() throws IOException {
        Path page = Path.of(System.getProperty("penstock.root"), "docs", "misbehaving-storage.md");
        String text = Files.readString(page);
        String json = text.substring(text.indexOf("```json\n") + 8);
        Path file = Files.createTempFile("plan", ".json");
        Files.writeString(file, json.substring(0, json.indexOf("```")));

        Plan plan = Plan.read(file);
        Files.delete(file);

        assertThat(plan.keys()).isEqualTo(KeyIdentity.APPEARANCE);
        assertThat(plan.rules()).hasSize(4);
        assertThat(plan.rules().get(2).value(Parameter.RETRY_AFTER_SECONDS)).isEqualTo(2);
    }

    private static String row(KnownFault known) {
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        known.fault(),
                        operations(known.operations()),
                        known.sees(),
                        known.effect().name().toLowerCase(Locale.ROOT),
                        known.parameters().entrySet().stream()
                                .map(p -> "`" + p.getKey().wireName() + "` " + p.getValue())
                                .collect(Collectors.joining(", ")),
                        known.knownFrom());
    }

    private static String operations(Set<Operation> operations) {
        return operations.equals(Operation.all())
                ? "any"
                : operations.stream()
                        .map(Operation::s3Name)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
