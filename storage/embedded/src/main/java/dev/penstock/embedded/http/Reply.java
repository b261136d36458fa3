package dev.penstock.embedded.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.penstock.embedded.body.ByteSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What goes back.
///
/// @param headers names as they are written; `Content-Length` follows from the body unless it is
///   here
public record Reply(int status, SequencedMap<String, String> headers, ReplyBody body)
        implements AutoCloseable {

    public Reply {
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }

    /// A reply without body.
    public static Reply of(int status) {
        return new Reply(status, new LinkedHashMap<>(), new Bytes(new byte[0]));
    }

    /// A reply that is an XML document.
    public static Reply xml(int status, String document) {
        return of(status)
                .with("Content-Type", "application/xml")
                .with(new Bytes(document.getBytes(UTF_8)));
    }

    /// The same with one more header.
    public Reply with(String header, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /// The same with more headers.
    public Reply with(Map<String, String> more) {
        SequencedMap<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body);
    }

    /// The same with a body.
    public Reply with(ReplyBody other) {
        return new Reply(status, headers, other);
    }

    @Override
    public void close() {
        body.close();
    }

    private record Bytes(ByteBuffer bytes) implements ReplyBody {
        Bytes(byte[] bytes) {
            this(ByteBuffer.wrap(bytes));
        }

        @Override
        public long length() {
            return bytes.remaining();
        }

        @Override
        public void writeTo(ByteSink sink) throws IOException {
            sink.accept(bytes.duplicate());
        }

        @Override
        public void close() {}
    }
}
