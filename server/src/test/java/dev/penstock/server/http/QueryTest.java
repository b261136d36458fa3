package dev.penstock.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @ParameterizedTest
    @CsvSource({
        "path=a%2Fb+c,            a/b c",
        "path=%E5%A0%B1%F0%9F%98%80, 報😀",
        "path=報😀ü,               報😀ü",
        "path=%EF%BF%BD,          \uFFFD",
        "x=1&path=a&&y,           a",
        "path=a=b,                a=b",
        "p%61th=a,                a",
    })
    void a_value_is_read_encoded_or_bare(String query, String value) {
        assertThat(new Query(query).require("path")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path=%",
                "path=%2",
                "path=%zz",
                "path=%ff",
                "path=%ED%A0%80",
                "%ff=1&path=a",
                "path=a\uFFFD",
                "path=a%00"
            })
    void what_is_no_utf_8_or_fits_no_database_is_refused(String query) {
        assertThatThrownBy(() -> new Query(query).require("path"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_switch_is_true_or_false_and_nothing_else() {
        assertThat(new Query("redirect=true").isOn("redirect")).isTrue();
        assertThat(new Query("redirect=false").isOn("redirect")).isFalse();
        assertThat(new Query("redirect=").isOn("redirect")).isFalse();
        assertThat(new Query("").isOn("redirect")).isFalse();
        var neither = new Query("redirect=TRUE");
        assertThatThrownBy(() -> neither.isOn("redirect")).hasMessageContaining("true or false");
    }

    @Test
    void a_parameter_that_is_read_comes_once() {
        var query = new Query("path=a&path=a&x=1&x=2&y=1");
        assertThatThrownBy(() -> query.find("path")).hasMessageContaining("more than once");
        assertThat(query.find("y")).hasValue("1");
    }

    @Test
    void a_number_is_told_from_what_is_none_and_from_what_is_out_of_range() {
        var query =
                new Query(
                        "n=007&sign=-1&text=1e3&much=99999999999999999999&most=9223372036854775807");
        assertThat(query.number("n", 0, 10)).hasValue(7L);
        assertThat(query.number("most", 0, Long.MAX_VALUE)).hasValue(Long.MAX_VALUE);
        for (String name : new String[] {"sign", "text"}) {
            assertThatThrownBy(() -> query.number(name, 0, 10))
                    .hasMessageContaining("whole number");
        }
        assertThatThrownBy(() -> query.number("much", 0, Long.MAX_VALUE))
                .hasMessageContaining("is 0 to 9223372036854775807");
    }
}
