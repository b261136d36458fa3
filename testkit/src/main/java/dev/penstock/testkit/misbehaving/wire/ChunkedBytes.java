package dev.penstock.testkit.misbehaving.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A chunked body with its sizes, line ends and trailers, up to its end (RFC 9112, section 7.1).
final class ChunkedBytes extends InputStream {
    private static final int LONGEST_LINE = 8 * 1024;

    private final InputStream in;
    private byte[] line = new byte[0];
    private int given;
    private long left;
    private State state = State.SIZE;

    private enum State {
        SIZE,
        DATA,
        DATA_END,
        TRAILERS,
        END
    }

    ChunkedBytes(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (given == line.length) {
            if (state == State.END) {
                return -1;
            }
            if (state == State.DATA) {
                return data(bytes, offset, length);
            }
            nextLine();
        }
        int count = Math.min(length, line.length - given);
        System.arraycopy(line, given, bytes, offset, count);
        given += count;
        return count;
    }

    private int data(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the connection ended within a chunk");
        }
        left -= count;
        if (left == 0) {
            state = State.DATA_END;
        }
        return count;
    }

    private void nextLine() throws IOException {
        line = readLine();
        given = 0;
        String text = new String(line, ISO_8859_1).strip();
        state =
                switch (state) {
                    case SIZE -> {
                        left = size(text);
                        yield left == 0 ? State.TRAILERS : State.DATA;
                    }
                    case DATA_END -> State.SIZE;
                    case TRAILERS -> text.isEmpty() ? State.END : State.TRAILERS;
                    case DATA, END -> state;
                };
    }

    private static long size(String line) throws IOException {
        String digits = line.split(";", 2)[0].strip();
        if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
            throw new IOException("the size of a chunk is no number");
        }
        return Long.parseLong(digits, 16);
    }

    private byte[] readLine() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int b;
        do {
            b = in.read();
            if (b < 0 || read.size() > LONGEST_LINE) {
                throw new EOFException("a chunked body ended within a line");
            }
            read.write(b);
        } while (b != '\n');
        return read.toByteArray();
    }
}
