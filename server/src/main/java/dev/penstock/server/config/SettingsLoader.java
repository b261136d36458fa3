package dev.penstock.server.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Reads the settings: a YAML file, and the environment over it. Every mistake is looked for before
/// any is reported.
///
/// The binding is our own, because what is wanted of it (all mistakes at once, each with its key,
/// where it stands and what is allowed; unknown keys as mistakes; variables whose names do not
/// follow from the keys) is most of what a binding library would otherwise be for. A file is read
/// into YAML nodes only, so a key such as `0123` stays the text that it is.
public final class SettingsLoader {
    /// The file that is read when none is named.
    public static final String FILE_NAME = "penstock.yaml";

    private SettingsLoader() {}

    /// @param config the file; empty: `penstock.yaml` in the current folder, if there is one
    /// @param environment variables by name; those that do not begin with `PENSTOCK_` are not
    ///   looked at, empty ones count as not set
    /// @throws SettingsException with all mistakes, one a line
    public static Settings load(Optional<Path> config, Map<String, String> environment) {
        return load(config, Path.of(""), environment);
    }

    static Settings load(Optional<Path> config, Path folder, Map<String, String> environment) {
        Mistakes mistakes = new Mistakes();
        Map<SettingKey, GivenValue> values = new EnumMap<>(SettingKey.class);
        config.or(() -> fileIn(folder))
                .ifPresent(file -> values.putAll(new SettingsFile(file, mistakes).read()));
        values.putAll(new SettingsEnvironment(environment, mistakes).read());
        Settings settings = Settings.from(new Given(values, mistakes));
        mistakes.refuse();
        return settings;
    }

    private static Optional<Path> fileIn(Path folder) {
        return Optional.of(folder.resolve(FILE_NAME)).filter(Files::exists);
    }
}
