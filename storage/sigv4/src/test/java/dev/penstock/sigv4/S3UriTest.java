package dev.penstock.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class S3UriTest {

    @ParameterizedTest
    @CsvSource({
        "https://s3.example.com, https://s3.example.com/b/k%20y",
        "https://s3.example.com/, https://s3.example.com/b/k%20y",
        "HTTPS://S3.Example.com:443, https://s3.example.com/b/k%20y",
        "http://s3.example.com:80, http://s3.example.com/b/k%20y",
        "http://s3.example.com:443, http://s3.example.com:443/b/k%20y",
        "http://127.0.0.1:8481, http://127.0.0.1:8481/b/k%20y",
        "http://[::1]:8481, http://[::1]:8481/b/k%20y",
        "https://gateway.example.com/s3/, https://gateway.example.com/s3/b/k%20y"
    })
    void path_style_puts_the_bucket_into_the_path(URI endpoint, String expected) {
        assertThat(S3Uri.pathStyle(endpoint, "b", "k y")).hasToString(expected);
    }

    @Test
    void virtual_host_style_puts_the_bucket_before_the_host() {
        assertThat(S3Uri.virtualHost(URI.create("https://s3.example.com:9000"), "b", "k//y"))
                .hasToString("https://b.s3.example.com:9000/k//y");
        assertThat(S3Uri.virtualHost(URI.create("https://s3.example.com/"), "b", "/k"))
                .hasToString("https://b.s3.example.com//k");
    }

    @Test
    void an_empty_key_is_the_bucket() {
        assertThat(S3Uri.pathStyle(URI.create("http://h"), "b", "")).hasToString("http://h/b");
        assertThat(S3Uri.virtualHost(URI.create("http://h"), "b", "")).hasToString("http://b.h/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3.example.com",
                "host:9000",
                "ftp://h",
                "http:///x",
                "http://h?q",
                "http://h#f",
                "/x"
            })
    void what_is_no_endpoint_is_refused(URI endpoint) {
        assertThatThrownBy(() -> S3Uri.pathStyle(endpoint, "b", "k"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_not_encoded_is_refused() {
        assertThatThrownBy(() -> new S3Uri("http", "h", "/a b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new S3Uri("http", "h", "/a?b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new S3Uri("http", "h", "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new S3Uri("http", "h\n", "/a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
