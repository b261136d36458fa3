package dev.penstock.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// What Linux counts of a process (proc(5)); empty elsewhere.
///
/// @param peakMemory most memory it ever held, in bytes
/// @param written bytes that it caused to be written to disks
public record ProcessFigures(OptionalLong peakMemory, OptionalLong written) {

    /// Of the process with this id, as of now.
    public static ProcessFigures of(long pid) {
        var folder = Path.of("/proc", Long.toString(pid));
        var peak = number(folder.resolve("status"), "VmHWM:");
        return new ProcessFigures(
                peak.isPresent() ? OptionalLong.of(peak.getAsLong() << 10) : peak,
                number(folder.resolve("io"), "write_bytes:"));
    }

    private static OptionalLong number(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
