package dev.penstock.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocumentRecordsTest {
    @Test
    void verification_grows_stronger_in_the_order_of_its_constants() {
        assertThat(Verification.values())
                .containsExactly(Verification.SIZE, Verification.ETAG, Verification.CHECKSUM);
        assertThat(Arrays.stream(Verification.values()).map(Verification::text))
                .containsExactly("size", "etag", "checksum");
        for (Verification verification : Verification.values()) {
            assertThat(Verification.of(verification.text())).contains(verification);
        }
        assertThat(Verification.of("SIZE")).isEmpty();
    }

    @Test
    void unknown_field_is_named_in_its_warning() {
        assertThat(Warning.unknownField("statsId").code()).isEqualTo("unknown-field");
        assertThat(Warning.unknownField("statsId").detail()).contains("'statsId'");
        assertThat(Warning.CHECKSUM_NOT_VERIFIED.code()).isEqualTo("checksum-not-verified");
    }
}
