package dev.penstock.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {

    @Test
    void no_password_is_shown() {
        var settings =
                new DatabaseSettings(
                        "jdbc:postgresql://host/db?user=ann&password=swordfish",
                        Optional.of("ann"),
                        Optional.of("swordfish"));

        assertThat(settings.toString())
                .isEqualTo(
                        "DatabaseSettings[url=jdbc:postgresql://host/db?***, user=ann, password=***]");
    }

    @Test
    void no_password_in_the_address_is_shown() {
        assertThat(DatabaseSettings.of("jdbc:postgresql://ann:swordfish@host/db").toString())
                .doesNotContain("swordfish")
                .contains("@host/db");
    }
}
