package dev.penstock.checksum;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChecksumAlgorithmTest {

    @ParameterizedTest
    @CsvSource({
        "CRC32, cbf43926",
        "CRC32C, e3069283",
        "CRC64NVME, ae8b14860a799888",
        "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
        "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225",
        "MD5, 25f9e794323b453885f5181f1b624d0b"
    })
    void has_the_published_check_value_in_wire_order(ChecksumAlgorithm algorithm, String hex) {
        StreamingChecksum checksum = algorithm.newChecksum();
        checksum.update("123456789".getBytes(US_ASCII), 0, 9);
        byte[] digest = checksum.digest();
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hex);
        assertThat(digest).hasSize(algorithm.byteLength());
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, x-amz-checksum-crc32",
        "CRC32C, x-amz-checksum-crc32c",
        "CRC64NVME, x-amz-checksum-crc64nvme",
        "SHA1, x-amz-checksum-sha1",
        "SHA256, x-amz-checksum-sha256",
        "MD5, content-md5"
    })
    void is_found_by_the_names_of_s3(String name, String header) {
        ChecksumAlgorithm algorithm = ChecksumAlgorithm.byS3Name(name).orElseThrow();
        assertThat(algorithm.s3Name()).isEqualTo(name);
        assertThat(algorithm.headerName()).isEqualTo(header);
        assertThat(ChecksumAlgorithm.byHeaderName(header.toUpperCase(Locale.ROOT)))
                .contains(algorithm);
    }

    @Test
    void other_names_are_unknown() {
        assertThat(ChecksumAlgorithm.byS3Name("crc32")).isEmpty();
        assertThat(ChecksumAlgorithm.byS3Name("SHA512")).isEmpty();
        assertThat(ChecksumAlgorithm.byHeaderName("x-amz-checksum-sha512")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void does_not_depend_on_the_kind_of_buffer(ChecksumAlgorithm algorithm) {
        byte[] bytes = random(30_000);
        StreamingChecksum checksum = algorithm.newChecksum();
        checksum.update(bytes, 0, bytes.length);
        byte[] expected = checksum.digest();
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
        direct.put(bytes).flip();
        for (ByteBuffer buffer :
                List.of(
                        ByteBuffer.wrap(bytes),
                        ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
                        direct,
                        direct.asReadOnlyBuffer())) {
            checksum.update(buffer);
            assertThat(buffer.hasRemaining()).isFalse();
            assertThat(checksum.digest()).as("%s", buffer).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_range_outside_the_array(ChecksumAlgorithm algorithm) {
        StreamingChecksum checksum = algorithm.newChecksum();
        assertThatThrownBy(() -> checksum.update(new byte[4], 2, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @EnumSource
    void base64_goes_there_and_back(ChecksumAlgorithm algorithm) {
        byte[] value = Arrays.copyOf(random(64), algorithm.byteLength());
        assertThat(algorithm.decode(algorithm.encode(value))).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "AAAAAA",
                "AAAAAA=",
                "AAAAAB==",
                "AAAA AA==",
                "AAAAAA==\n",
                "AAAAAAA=",
                "AA_-AA==",
                "AAAAAA==AAAA",
                "é",
                "AAAAAAAAAAA="
            })
    void text_that_s3_would_not_write_is_not_a_crc32(String text) {
        assertThat(ChecksumAlgorithm.CRC32.decode(text)).isEmpty();
    }

    @Test
    void a_value_of_another_length_is_not_encoded() {
        assertThatThrownBy(() -> ChecksumAlgorithm.CRC32C.encode(new byte[8]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void combines_exactly_where_s3_knows_a_full_object_checksum(ChecksumAlgorithm algorithm) {
        byte[] bytes = random(9_000);
        byte[] a = digest(algorithm, bytes, 0, 5_001);
        byte[] b = digest(algorithm, bytes, 5_001, 3_999);
        if (algorithm.isFullObjectCombinable()) {
            assertThat(algorithm.combine(a, b, 3_999))
                    .isEqualTo(digest(algorithm, bytes, 0, bytes.length));
        } else {
            assertThatThrownBy(() -> algorithm.combine(a, b, 3_999))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static byte[] digest(ChecksumAlgorithm algorithm, byte[] bytes, int from, int length) {
        StreamingChecksum checksum = algorithm.newChecksum();
        checksum.update(bytes, from, length);
        return checksum.digest();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(6).nextBytes(bytes);
        return bytes;
    }
}
