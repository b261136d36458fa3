package dev.penstock.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where uploads, intakes and documents are remembered.
///
/// @param url `jdbc:sqlite:FILE` or `jdbc:postgresql://…`, never with a password in it
///   (`database.url`, default the SQLite file `penstock.db` in the data folder)
/// @param user for PostgreSQL (`database.user`)
/// @param password for PostgreSQL (`database.password`)
public record DatabaseSettings(String url, Optional<String> user, Optional<Secret> password) {
    static final String FILE = "penstock.db";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private static final Shape<String> URL =
            Shape.hidden(
                    "jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME, with the password not in it"
                            + " but in database.password",
                    text ->
                            Shapes.matching("jdbc:(sqlite:[^:?].*|postgresql:.+)", text.strip())
                                    .filter(url -> !url.matches("(?i).*password.*=.*")));

    static DatabaseSettings from(Given given, DataSettings data) {
        DatabaseSettings settings =
                new DatabaseSettings(
                        given.read(SettingKey.DATABASE_URL, URL, sqliteIn(data.dir())),
                        given.read(SettingKey.DATABASE_USER, Shapes.USER),
                        given.read(SettingKey.DATABASE_PASSWORD, Shapes.PASSWORD));
        if (!settings.isPostgresql() && !given.isWrong(SettingKey.DATABASE_URL)) {
            refuseLogin(given);
        }
        return settings;
    }

    public boolean isPostgresql() {
        return url.startsWith(POSTGRESQL);
    }

    private static String sqliteIn(Path folder) {
        return "jdbc:sqlite:" + folder.resolve(FILE);
    }

    private static void refuseLogin(Given given) {
        for (SettingKey key : List.of(SettingKey.DATABASE_USER, SettingKey.DATABASE_PASSWORD)) {
            if (given.has(key)) {
                given.mistake(
                        key,
                        "SQLite knows no user and no password; take it out, or set database.url to"
                                + " jdbc:postgresql://HOST/NAME");
            }
        }
    }
}
