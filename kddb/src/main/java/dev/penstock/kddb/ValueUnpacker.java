package dev.penstock.kddb;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;

/// Reads one MessagePack value that somebody else wrote: JSON's types only, and no length in it is
/// believed that the bytes which are there cannot fill.
final class ValueUnpacker {
    private final MessageUnpacker unpacker;
    private final long size;
    private final int mostValues;
    private final int mostLevels;
    private int values;

    private ValueUnpacker(byte[] bytes, int mostValues, int mostLevels) {
        this.unpacker = CheckedMessagePack.unpacker(bytes);
        this.size = bytes.length;
        this.mostValues = mostValues;
        this.mostLevels = mostLevels;
    }

    /// @throws UnreadableContainerException where the bytes are anything but one value within the
    ///   bounds
    static @Nullable Object unpack(byte[] bytes, int mostValues, int mostLevels) {
        ValueUnpacker one = new ValueUnpacker(bytes, mostValues, mostLevels);
        try {
            Object value = one.any(0);
            if (one.left() > 0) {
                throw new UnreadableContainerException("a value in it has bytes behind its end");
            }
            return value;
        } catch (MessagePackException | IOException e) {
            throw new UnreadableContainerException("a value in it is no MessagePack");
        }
    }

    private @Nullable Object any(int levels) throws IOException {
        values++;
        if (values > mostValues) {
            throw new UnreadableContainerException(
                    String.format(Locale.ROOT, "it has more than %,d values", mostValues));
        }
        if (left() == 0) {
            throw cut();
        }
        MessageFormat format = unpacker.getNextFormat();
        return switch (format.getValueType()) {
            case NIL -> nil();
            case BOOLEAN -> unpacker.unpackBoolean();
            case INTEGER -> integer(format);
            case FLOAT -> number();
            case STRING -> text();
            case ARRAY -> list(levels + 1);
            case MAP -> map(levels + 1);
            case BINARY, EXTENSION ->
                    throw new UnreadableContainerException(
                            "a value in it is of a type that JSON does not have");
        };
    }

    private @Nullable Object nil() throws IOException {
        unpacker.unpackNil();
        return null;
    }

    private Object integer(MessageFormat format) throws IOException {
        if (format == MessageFormat.UINT64) {
            BigInteger value = unpacker.unpackBigInteger();
            return value.bitLength() < Long.SIZE ? narrowest(value.longValue()) : value;
        }
        return narrowest(unpacker.unpackLong());
    }

    private static Object narrowest(long value) {
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    private Double number() throws IOException {
        double value = unpacker.unpackDouble();
        if (!Double.isFinite(value)) {
            throw new UnreadableContainerException("a number in it is not finite");
        }
        return value;
    }

    private String text() throws IOException {
        int length = unpacker.unpackRawStringHeader();
        if (length > left()) {
            throw cut();
        }
        byte[] bytes = unpacker.readPayload(length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableContainerException("a text in it is no UTF-8");
        }
    }

    private List<@Nullable Object> list(int levels) throws IOException {
        int count = unpacker.unpackArrayHeader();
        enter(levels, count);
        List<@Nullable Object> list = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            list.add(any(levels));
        }
        return list;
    }

    private Map<String, @Nullable Object> map(int levels) throws IOException {
        int count = unpacker.unpackMapHeader();
        enter(levels, 2L * count);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(key(), any(levels));
        }
        return map;
    }

    private String key() throws IOException {
        if (left() == 0) {
            throw cut();
        }
        if (!unpacker.getNextFormat().getValueType().isStringType()) {
            throw new UnreadableContainerException("a map in it has a key that is no text");
        }
        return text();
    }

    private void enter(int levels, long items) {
        if (levels > mostLevels) {
            throw new UnreadableContainerException(
                    "it is nested deeper than %d levels".formatted(ContainerLimits.LEVELS));
        }
        if (items > left()) {
            throw cut();
        }
    }

    private long left() {
        return size - unpacker.getTotalReadBytes();
    }

    private static UnreadableContainerException cut() {
        return new UnreadableContainerException("a value in it ends too early");
    }
}
