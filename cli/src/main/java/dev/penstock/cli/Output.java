package dev.penstock.cli;

import dev.penstock.contract.ContractJson;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// How results are written: lines for people, or a JSON object a line for machines.
final class Output {
    private final PrintStream out;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Write results to standard output as JSON, one object a line.")
    boolean json;

    Output(Surroundings surroundings) {
        this.out = surroundings.out();
    }

    void line(String text) {
        out.println(text);
    }

    void json(Object object) {
        out.println(ContractJson.writeText(object));
    }

    /// One object: its members, a line each.
    void object(Object object) {
        if (json) {
            json(object);
            return;
        }
        var members = ContractJson.readObject(ContractJson.writeText(object));
        int width = members.keySet().stream().mapToInt(String::length).max().orElse(0);
        members.forEach((name, value) ->
                out.println(name + " ".repeat(width + 2 - name.length()) + text(value)));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Map<?, ?> map -> ContractJson.writeText(map);
            case List<?> list -> list.isEmpty() ? "-" : ContractJson.writeText(list);
            default -> value.toString();
        };
    }

    /// Many objects: a table whose first row names the columns.
    ///
    /// @param cells of one object, as many as there are columns
    <T> void table(List<String> columns, List<T> objects, Function<T, List<String>> cells) {
        if (json) {
            objects.forEach(this::json);
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(columns);
        objects.forEach(object -> rows.add(cells.apply(object)));
        int[] widths = new int[columns.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        rows.forEach(row -> out.println(aligned(row, widths)));
    }

    private static String aligned(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
