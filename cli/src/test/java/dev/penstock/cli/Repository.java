package dev.penstock.cli;

import java.nio.file.Path;

/// Where this project's files are, as the build tells its tests.
final class Repository {
    private Repository() {}

    static Path root() {
        return Path.of(System.getProperty("penstock.root", "..")).toAbsolutePath().normalize();
    }
}
