package dev.penstock.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.core.Seed;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '|',
            value = {
                "scan.pdf scan.pdf scan.pdf",
                "|my scan.pdf| |my scan.pdf| my%20scan.pdf",
                "€.pdf _.pdf %E2%82%AC.pdf",
                "🙂.pdf _.pdf %F0%9F%99%82.pdf",
                "a\"b.pdf a_b.pdf a%22b.pdf",
                "50%.pdf 50_.pdf 50%25.pdf",
                "a;b=c.pdf a;b=c.pdf a%3Bb%3Dc.pdf",
                "a'b*c.pdf a'b*c.pdf a%27b%2Ac.pdf",
                "a!#$&+-.^_`|~z a!#$&+-.^_`|~z a!#$&+-.^_`|~z",
                "../etc/x\\y .._etc_x_y .._etc_x_y",
            })
    void name_goes_out_in_ascii_and_in_utf_8(String name, String ascii, String encoded) {
        assertThat(new ContentDisposition(ContentDisposition.Type.ATTACHMENT, name).header())
                .isEqualTo("attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
    }

    @Test
    void control_characters_and_half_characters_never_reach_a_header() {
        String header =
                ContentDisposition.of("a\r\nSet-Cookie: x\0\u0085\ud83d.pdf", "a/b").header();

        assertThat(header)
                .isEqualTo(
                        "attachment; filename=\"a__Set-Cookie: x___.pdf\";"
                                + " filename*=UTF-8''a__Set-Cookie%3A%20x___.pdf");
    }

    @Test
    void name_is_never_empty_and_has_at_most_255_characters() {
        assertThat(ContentDisposition.of("", "a/b").fileName()).isEqualTo("_");
        assertThat(ContentDisposition.of("🙂".repeat(300) + ".pdf", "a/b").fileName())
                .isEqualTo("🙂".repeat(251) + ".pdf");
    }

    @Test
    void any_name_makes_a_printable_header_that_reads_back() {
        Seed seed = Seed.fresh();
        Random random = seed.random();
        for (int i = 0; i < 2000; i++) {
            var name = new StringBuilder();
            random.ints(random.nextInt(40), 0, 0x110000).forEach(name::appendCodePoint);
            var disposition = ContentDisposition.of(name.toString(), "a/b");
            String header = disposition.header();
            String encoded = header.substring(header.indexOf("''") + 2);

            assertThat(header)
                    .as("%s", seed)
                    .matches("attachment; filename=\"[ -~&&[^\"\\\\%/]]+\"; filename\\*=UTF-8''.+");
            assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .as("%s", seed)
                    .isEqualTo(disposition.fileName());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "image/jpeg",
                "image/gif",
                "image/webp",
                "text/plain",
                "application/pdf",
                "IMAGE/PNG",
                " text/plain ",
                "text/plain;charset=utf-8",
                "text/plain; charset=\"UTF-8\""
            })
    void safe_types_are_shown(String mimeType) {
        assertThat(ContentDisposition.of("x", mimeType).header()).startsWith("inline; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "image/svg+xml",
                "text/html",
                "application/xhtml+xml",
                "text/xml",
                "application/javascript",
                "application/octet-stream",
                "image/png, text/html",
                "text/plain; charset=utf-8, text/html",
                "text/plain; a=b; charset=utf-8",
                "text/plain; charset=a,text/html",
                "text/plainx",
                "image"
            })
    void everything_else_is_saved(String mimeType) {
        assertThat(ContentDisposition.of("x", mimeType).header()).startsWith("attachment; ");
    }
}
