package dev.penstock.kddb;

import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/// MessagePack over buffers that check their bounds. The library's default goes through
/// `sun.misc.Unsafe`: no bounds for hostile bytes, and a warning of the JDK in the log. It looks at
/// the property once, when its first buffer is made.
final class CheckedMessagePack {
    private static final String PROPERTY = "msgpack.universal-buffer";

    static {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "true");
        }
    }

    static MessageBufferPacker packer() {
        return MessagePack.newDefaultBufferPacker();
    }

    static MessageUnpacker unpacker(byte[] bytes) {
        return MessagePack.newDefaultUnpacker(bytes);
    }

    private CheckedMessagePack() {}
}
