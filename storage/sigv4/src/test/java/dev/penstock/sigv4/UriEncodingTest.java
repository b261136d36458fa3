package dev.penstock.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UriEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "AZaz09-._~, AZaz09-._~",
        "a b+c, a%20b%2Bc",
        "a/b//c, a%2Fb%2F%2Fc",
        "ü😀, %C3%BC%F0%9F%98%80",
        "!*(), %21%2A%28%29"
    })
    void everything_but_unreserved_characters_is_escaped(String text, String encoded) {
        assertThat(UriEncoding.encode(text)).isEqualTo(encoded);
    }

    @Test
    void a_key_keeps_its_slashes() {
        assertThat(UriEncoding.encodePath("/a//b c/../%2F")).isEqualTo("/a//b%20c/../%252F");
    }

    @Test
    void decoding_undoes_encoding() {
        RandomCases cases = new RandomCases(3986);
        for (int i = 0; i < 500; i++) {
            String text = cases.text(0, 30);
            assertThat(UriEncoding.decodePath(UriEncoding.encodePath(text))).isEqualTo(text);
            assertThat(UriEncoding.decodeQuery(UriEncoding.encode(text))).isEqualTo(text);
        }
    }

    @Test
    void a_plus_is_a_space_in_a_query_only() {
        assertThat(UriEncoding.decodePath("a+b")).isEqualTo("a+b");
        assertThat(UriEncoding.decodeQuery("a+b%2B")).isEqualTo("a b+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%2", "%g0", "%0g", "%C3", "%FF%FE", "%ED%A0%80", "%C0%AF"})
    void what_is_not_escaped_utf8_is_refused(String text) {
        assertThatThrownBy(() -> UriEncoding.decodePath(text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UriEncoding.decodeQuery(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_query_is_read_in_its_order() {
        assertThat(QueryString.parse("b=2&a=%3D=&&lifecycle&=x&c="))
                .containsExactly(
                        new QueryParameter("b", "2"),
                        new QueryParameter("a", "=="),
                        new QueryParameter("lifecycle", ""),
                        new QueryParameter("", "x"),
                        new QueryParameter("c", ""));
        assertThat(QueryString.parse("")).isEmpty();
    }

    @Test
    void a_canonical_query_is_sorted_by_encoded_name_then_value() {
        assertThat(
                        QueryString.canonical(
                                List.of(
                                        new QueryParameter("uploadId", "x"),
                                        new QueryParameter("partNumber", "10"),
                                        new QueryParameter("a-b", "1"),
                                        new QueryParameter("a", "2"),
                                        new QueryParameter("a", "1"),
                                        new QueryParameter("ä", ""),
                                        new QueryParameter("X-Amz-Date", "d"))))
                .isEqualTo("%C3%A4=&X-Amz-Date=d&a=1&a=2&a-b=1&partNumber=10&uploadId=x");
    }
}
