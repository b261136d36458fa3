package dev.penstock.server.config;

import java.nio.file.Path;

/// Where the service keeps what is its own: the SQLite database, the embedded storage's files and
/// keys.
///
/// @param dir the folder, made at the first start (`data.dir`, default `./penstock-data`)
public record DataSettings(Path dir) {
    static final Path DIR = Path.of("./penstock-data");

    static DataSettings from(Given given) {
        return new DataSettings(given.read(SettingKey.DATA_DIR, Shapes.FOLDER, DIR));
    }
}
