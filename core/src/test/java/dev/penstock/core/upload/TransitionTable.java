package dev.penstock.core.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The table that the documentation of [Transitions] shows, read from its source.
///
/// @param cells one for each state and command
record TransitionTable(List<Cell> cells) {

    /// @param command the name of a [Command]
    /// @param expected what the table says
    record Cell(UploadState state, String command, String expected) {}

    static TransitionTable read() throws IOException {
        Path source =
                Path.of(
                        System.getProperty("basedir", "."),
                        "src/main/java/dev/penstock/core/upload/Transitions.java");
        List<List<String>> rows =
                Files.readAllLines(source).stream()
                        .filter(line -> line.startsWith("/// |") && !line.contains("---"))
                        .map(TransitionTable::cellsOf)
                        .toList();
        List<String> states = rows.getFirst();
        return new TransitionTable(
                rows.stream().skip(1).flatMap(row -> cellsOf(states, row)).toList());
    }

    private static List<String> cellsOf(String line) {
        String[] cells = line.substring("/// |".length()).split("\\|");
        return Arrays.stream(cells).map(String::strip).toList();
    }

    private static Stream<Cell> cellsOf(List<String> states, List<String> row) {
        return IntStream.range(1, states.size())
                .boxed()
                .flatMap(column ->
                        Arrays.stream(states.get(column).split(", "))
                                .map(state -> cell(state, row, column)));
    }

    private static Cell cell(String state, List<String> row, int column) {
        UploadState named =
                Arrays.stream(UploadState.values())
                        .filter(s -> s.text().equals(state))
                        .findFirst()
                        .orElseThrow();
        return new Cell(named, row.getFirst(), row.get(column));
    }
}
