package dev.penstock.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageHeadersTest {

    @Test
    void what_an_s3_storage_reads_goes_out() {
        var required = Map.of("Content-MD5", "abc", "x-amz-checksum-crc64nvme", "def");

        assertThat(StorageHeaders.checked(required)).isEqualTo(required);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-api-key", "Authorization", "X-Access-Token", "Cookie", "Host"})
    void header_of_a_credential_is_refused_even_when_the_service_asks_for_it(String name) {
        assertThatThrownBy(() -> StorageHeaders.checked(Map.of(name, "kit_secret")))
                .isInstanceOf(UnsendableFileException.class)
                .hasMessageContaining(name)
                .hasMessageNotContaining("kit_secret");
    }
}
