package dev.penstock.database;

import java.util.Optional;

/// Which database to use.
///
/// @param url `jdbc:sqlite:<file>`, `jdbc:sqlite::memory:` (gone when closed) or
///   `jdbc:postgresql://<host>[:<port>]/<name>`
/// @param user for PostgreSQL
/// @param password for PostgreSQL; a secret
public record DatabaseSettings(String url, Optional<String> user, Optional<String> password) {

    public static DatabaseSettings of(String url) {
        return new DatabaseSettings(url, Optional.empty(), Optional.empty());
    }

    /// Without the password, and without the URL's parameters, which may hold one.
    @Override
    public String toString() {
        return "DatabaseSettings[url=%s, user=%s, password=%s]"
                .formatted(
                        url.replaceFirst("\\?.*", "?***").replaceFirst("//[^/@]*@", "//***@"),
                        user.orElse("(none)"),
                        password.isPresent() ? "***" : "(none)");
    }
}
