package dev.penstock.checksum;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Crc64NvmeTest {
    private static final long SEED = 64;

    @Test
    void has_the_published_check_value() {
        assertThat(crc("123456789".getBytes(US_ASCII))).isEqualTo(0xAE8B14860A799888L);
    }

    /// Its four examples of a 64b CRC over 4 KiB.
    @Test
    void has_the_values_of_the_nvm_express_specification() {
        byte[] zeros = new byte[4096];
        byte[] ones = new byte[4096];
        Arrays.fill(ones, (byte) 0xFF);
        byte[] up = new byte[4096];
        byte[] down = new byte[4096];
        for (int i = 0; i < 4096; i++) {
            up[i] = (byte) i;
            down[i] = (byte) (0xFF - (i & 0xFF));
        }
        assertThat(crc(zeros)).isEqualTo(0x6482D367EB22B64EL);
        assertThat(crc(ones)).isEqualTo(0xC0DDBA7302ECA3ACL);
        assertThat(crc(up)).isEqualTo(0x3E729F5F6750449CL);
        assertThat(crc(down)).isEqualTo(0x9A2DF64B8E9E517EL);
    }

    @Test
    void nothing_has_the_value_zero() {
        assertThat(new Crc64Nvme().getValue()).isZero();
    }

    @Test
    void equals_the_bitwise_reference_for_any_length_and_offset() {
        Random random = new Random(SEED);
        for (int i = 0; i < 600; i++) {
            byte[] bytes = new byte[random.nextInt(10_000)];
            random.nextBytes(bytes);
            int offset = random.nextInt(bytes.length + 1);
            int length = random.nextInt(bytes.length - offset + 1);
            Crc64Nvme crc = new Crc64Nvme();
            crc.update(bytes, offset, length);
            assertThat(crc.getValue())
                    .as("seed %d, round %d, %d bytes from %d", SEED, i, length, offset)
                    .isEqualTo(BitwiseCrc.CRC64NVME.of(bytes, offset, length));
        }
    }

    @Test
    void equals_the_bitwise_reference_at_every_length_around_lanes_and_longs() {
        byte[] bytes = random(7 * 1024);
        for (int lanes = 0; lanes <= 6; lanes++) {
            for (int more = -9; more <= 9; more++) {
                int length = Math.max(0, lanes * 1024 + more);
                Crc64Nvme crc = new Crc64Nvme();
                crc.update(bytes, 0, length);
                assertThat(crc.getValue()).isEqualTo(BitwiseCrc.CRC64NVME.of(bytes, 0, length));
            }
        }
    }

    @Test
    void does_not_depend_on_how_the_bytes_are_cut() {
        Random random = new Random(SEED);
        byte[] bytes = random(40_000);
        Crc64Nvme crc = new Crc64Nvme();
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, random.nextInt(5_000));
            crc.update(bytes, at, length);
            at += length;
            if (at < bytes.length) {
                crc.update(bytes[at++]);
            }
        }
        assertThat(crc.getValue())
                .as("seed %d", SEED)
                .isEqualTo(BitwiseCrc.CRC64NVME.of(bytes, 0, bytes.length));
    }

    @Test
    void takes_every_kind_of_buffer_and_leaves_it_read() {
        byte[] bytes = random(20_000);
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
        direct.put(bytes).flip();
        List<ByteBuffer> buffers =
                List.of(
                        ByteBuffer.wrap(bytes),
                        ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
                        direct,
                        direct.asReadOnlyBuffer());
        for (ByteBuffer buffer : buffers) {
            ByteBuffer part = buffer.position(3).slice().position(2).limit(15_000);
            Crc64Nvme crc = new Crc64Nvme();
            crc.update(part);
            assertThat(part.position()).isEqualTo(15_000);
            assertThat(crc.getValue())
                    .as("%s", buffer)
                    .isEqualTo(BitwiseCrc.CRC64NVME.of(bytes, 5, 14_998));
        }
    }

    @Test
    void starts_anew_after_a_reset() {
        Crc64Nvme crc = new Crc64Nvme();
        crc.update(random(100));
        crc.reset();
        crc.update("123456789".getBytes(US_ASCII));
        assertThat(crc.getValue()).isEqualTo(0xAE8B14860A799888L);
    }

    @Test
    void refuses_a_range_outside_the_array() {
        Crc64Nvme crc = new Crc64Nvme();
        assertThatThrownBy(() -> crc.update(new byte[10], 5, 6))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> crc.update(new byte[10], -1, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(crc.getValue()).isZero();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    private static long crc(byte[] bytes) {
        Crc64Nvme crc = new Crc64Nvme();
        crc.update(bytes);
        return crc.getValue();
    }
}
