package dev.penstock.embedded.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.penstock.embedded.error.S3Error;
import dev.penstock.embedded.error.S3Exception;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Unwraps `aws-chunked` bodies: `size[;chunk-signature=…]`, a line end, the bytes, a line end, and
/// so on to a chunk of no bytes, behind which trailers may stand.
///
/// Sources: <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html>,
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>.
final class AwsChunkedBody implements ByteSink {
    /// Whether headers stand behind the last chunk.
    enum Trailing {
        NOTHING,
        TRAILERS,
        SIGNED_TRAILERS
    }

    private enum State {
        HEADER,
        DATA,
        END_OF_DATA,
        TRAILER,
        DONE
    }

    private static final String SIGNATURE = "x-amz-trailer-signature";
    private static final int MAX_LINE = 1024;
    private static final int MAX_TRAILERS = 16;

    private final long length;
    private final Trailing trailing;
    private final ChunkCheck check;
    private final ByteSink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Map<String, String> trailers = new LinkedHashMap<>();
    private State state = State.HEADER;
    private String chunkSignature = "";
    private String trailerSignature = "";
    private long leftInChunk;
    private long received;

    /// @param length bytes that all chunks together have
    AwsChunkedBody(long length, Trailing trailing, ChunkCheck check, ByteSink sink) {
        this.length = length;
        this.trailing = trailing;
        this.check = check;
        this.sink = sink;
    }

    @Override
    public void accept(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            switch (state) {
                case HEADER -> takeLine(bytes, this::header);
                case DATA -> data(bytes);
                case END_OF_DATA -> takeLine(bytes, this::endOfData);
                case TRAILER -> takeLine(bytes, this::trailer);
                case DONE -> throw malformed("bytes behind the end of the body");
            }
        }
    }

    /// The trailers of a body that has come to its end.
    Trailers finish() {
        if (state != State.DONE || received != length) {
            throw S3Error.INCOMPLETE_BODY.exception(
                    "You did not provide the number of bytes specified by the"
                            + " x-amz-decoded-content-length HTTP header.");
        }
        return new Trailers(trailers);
    }

    private interface LineReader {
        void read(String line);
    }

    private void takeLine(ByteBuffer bytes, LineReader reader) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (b == '\n') {
                String text = line.toString(ISO_8859_1);
                line.reset();
                reader.read(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
                return;
            }
            if (line.size() == MAX_LINE) {
                throw malformed("a line is too long");
            }
            line.write(b);
        }
    }

    private void header(String text) {
        int semicolon = text.indexOf(';');
        String size = semicolon < 0 ? text : text.substring(0, semicolon);
        chunkSignature = semicolon < 0 ? "" : signature(text.substring(semicolon + 1));
        if (!size.matches("[0-9a-fA-F]{1,16}")) {
            throw malformed("a chunk's size is not a hexadecimal number");
        }
        leftInChunk = Long.parseUnsignedLong(size, 16);
        if (leftInChunk < 0 || leftInChunk > length - received) {
            throw malformed("the chunks have more bytes than announced");
        }
        if (leftInChunk > 0) {
            state = State.DATA;
        } else {
            check.endOfChunk(chunkSignature);
            state = State.TRAILER;
        }
    }

    private static String signature(String extension) {
        String prefix = "chunk-signature=";
        if (!extension.startsWith(prefix)) {
            throw malformed("an unknown chunk extension");
        }
        return extension.substring(prefix.length());
    }

    private void data(ByteBuffer bytes) throws IOException {
        int take = (int) Math.min(leftInChunk, bytes.remaining());
        ByteBuffer slice = bytes.slice(bytes.position(), take);
        bytes.position(bytes.position() + take);
        check.data(slice.duplicate());
        sink.accept(slice);
        received += take;
        leftInChunk -= take;
        if (leftInChunk == 0) {
            check.endOfChunk(chunkSignature);
            state = State.END_OF_DATA;
        }
    }

    private void endOfData(String text) {
        if (!text.isEmpty()) {
            throw malformed("a chunk is longer than its size");
        }
        state = State.HEADER;
    }

    /// The last line is an empty one; in a signed trailer an empty line may also stand before the
    /// signature.
    private void trailer(String text) {
        if (!text.isEmpty()) {
            addTrailer(text);
        } else if (trailing != Trailing.SIGNED_TRAILERS || !trailerSignature.isEmpty()) {
            if (trailing != Trailing.NOTHING) {
                check.trailers(trailers, trailerSignature);
            }
            state = State.DONE;
        }
    }

    private void addTrailer(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || trailing == Trailing.NOTHING || trailers.size() == MAX_TRAILERS) {
            throw S3Error.MALFORMED_TRAILER.exception();
        }
        String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = text.substring(colon + 1).strip();
        if (name.equals(SIGNATURE)) {
            trailerSignature = value;
        } else if (trailers.put(name, value) != null) {
            throw S3Error.MALFORMED_TRAILER.exception();
        }
    }

    private static S3Exception malformed(String what) {
        return S3Error.INVALID_REQUEST.exception(
                "The aws-chunked body is malformed: " + what + ".");
    }
}
