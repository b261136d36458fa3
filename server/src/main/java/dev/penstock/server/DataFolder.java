package dev.penstock.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that holds what the service keeps on its own disk.
final class DataFolder {
    private DataFolder() {}

    static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartException("The data folder %s cannot be made".formatted(folder), e);
        }
    }
}
