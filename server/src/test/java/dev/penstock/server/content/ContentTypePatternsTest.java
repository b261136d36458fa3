package dev.penstock.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which types an intake takes.
class ContentTypePatternsTest {

    @Test
    void no_entries_allow_all() {
        assertThat(ContentTypePatterns.isAllowed(List.of(), "application/pdf")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/pdf", "application/*", "Application/PDF", " application/pdf "})
    void an_entry_allows_what_it_names(String entry) {
        assertThat(ContentTypePatterns.isAllowed(List.of("image/png", entry), "application/pdf"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/pd", "application/pdfx", "app/*", "image/*", "*", "", "/*"})
    void an_entry_allows_nothing_else(String entry) {
        assertThat(ContentTypePatterns.isAllowed(List.of(entry), "application/pdf")).isFalse();
    }
}
