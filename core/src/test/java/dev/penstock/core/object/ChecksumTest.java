package dev.penstock.core.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.core.Seed;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
    private final Seed seed = Seed.fresh();

    @ParameterizedTest
    @EnumSource
    void value_of_the_right_length_is_taken_and_told_in_hexadecimal(ChecksumAlgorithm algorithm) {
        Random random = seed.random();
        for (int i = 0; i < 100; i++) {
            byte[] value = new byte[algorithm.length()];
            random.nextBytes(value);
            var checksum = new Checksum(algorithm, Base64.getEncoder().encodeToString(value));

            assertThat(checksum.hex())
                    .as(seed.toString())
                    .isEqualTo(HexFormat.of().formatHex(value));
        }
    }

    @ParameterizedTest
    @EnumSource
    void value_of_another_length_is_refused(ChecksumAlgorithm algorithm) {
        for (int length : new int[] {0, algorithm.length() - 1, algorithm.length() + 1}) {
            String base64 = Base64.getEncoder().encodeToString(new byte[length]);

            assertThatThrownBy(() -> new Checksum(algorithm, base64))
                    .as("%d bytes", length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /// Four bytes of zero, but unpadded, with another end, another alphabet, breaks or no base64.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAA",
                "AAAAAA=",
                "AAAAAB==",
                "____AA==",
                "AAAAAA==\n",
                " AAAAAA==",
                "00000000",
                "%%%%",
                "AAAA-A=="
            })
    void only_one_spelling_of_base64_is_taken(String base64) {
        assertThatThrownBy(() -> new Checksum(ChecksumAlgorithm.CRC32C, base64))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CRC64NVME, 8, x-amz-checksum-crc64nvme, true",
        "CRC32C, 4, x-amz-checksum-crc32c, true",
        "SHA256, 32, x-amz-checksum-sha256, false",
        "MD5, 16, content-md5, false",
    })
    void algorithms_are_those_of_s3(
            ChecksumAlgorithm algorithm, int length, String header, boolean combines) {
        assertThat(algorithm.length()).isEqualTo(length);
        assertThat(algorithm.header()).isEqualTo(header);
        assertThat(algorithm.combinesOverParts()).isEqualTo(combines);
    }

    @Test
    void algorithm_is_named_in_any_case() {
        assertThat(ChecksumAlgorithm.named("crc64Nvme")).contains(ChecksumAlgorithm.CRC64NVME);
        assertThat(ChecksumAlgorithm.named("MD5")).contains(ChecksumAlgorithm.MD5);
        assertThat(ChecksumAlgorithm.named("auto")).isEmpty();
        assertThat(ChecksumAlgorithm.named("")).isEmpty();
    }
}
