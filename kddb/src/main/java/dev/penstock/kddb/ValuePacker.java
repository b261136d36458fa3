package dev.penstock.kddb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;

/// Writes a value that [ContainerValues] let pass as one MessagePack value.
final class ValuePacker {

    static byte[] pack(Object value) {
        try (MessageBufferPacker packer = CheckedMessagePack.packer()) {
            any(packer, value);
            return packer.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void any(MessageBufferPacker packer, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> packer.packNil();
            case Boolean flag -> packer.packBoolean(flag);
            case String text -> packer.packString(text);
            case Map<?, ?> map -> map(packer, map);
            case List<?> list -> list(packer, list);
            case BigInteger number -> packer.packBigInteger(number);
            case BigDecimal number -> packer.packDouble(number.doubleValue());
            case Float number -> packer.packDouble(number.doubleValue());
            case Double number -> packer.packDouble(number);
            case Number number -> packer.packLong(number.longValue());
            default -> throw new IllegalArgumentException("no value of a container");
        }
    }

    private static void map(MessageBufferPacker packer, Map<?, ?> map) throws IOException {
        packer.packMapHeader(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            any(packer, entry.getKey());
            any(packer, entry.getValue());
        }
    }

    private static void list(MessageBufferPacker packer, List<?> list) throws IOException {
        packer.packArrayHeader(list.size());
        for (Object item : list) {
            any(packer, item);
        }
    }

    private ValuePacker() {}
}
