package dev.penstock.kddb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.msgpack.core.buffer.MessageBuffer;

final class CheckedMessagePackTest {

    @Test
    void buffers_check_their_bounds() throws IOException {
        try (var packer = CheckedMessagePack.packer()) {
            packer.packNil();
            assertThat(MessageBuffer.wrap(packer.toByteArray()).getClass().getSimpleName())
                    .isEqualTo("MessageBufferU");
        }
    }
}
