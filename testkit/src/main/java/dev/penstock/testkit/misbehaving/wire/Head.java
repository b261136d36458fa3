package dev.penstock.testkit.misbehaving.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The head of a request or an answer.
///
/// @param startLine request line or status line
/// @param fields headers in their order
public record Head(String startLine, List<Field> fields) {
    private static final int MOST_BYTES = 256 * 1024;

    public Head {
        fields = List.copyOf(fields);
    }

    /// Reads a head.
    ///
    /// @return empty if the other side closed before its first byte
    /// @throws IOException if it closed within, or the head is longer than 256 KiB
    public static Optional<Head> read(InputStream in) throws IOException {
        Optional<String> start = line(in);
        while (start.isPresent() && start.get().isEmpty()) {
            start = line(in);
        }
        if (start.isEmpty()) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        int size = 0;
        String line = line(in).orElseThrow(EOFException::new);
        while (!line.isEmpty()) {
            size += line.length();
            if (size > MOST_BYTES) {
                throw new IOException("a head is longer than " + MOST_BYTES + " bytes");
            }
            fields.add(new Field(line));
            line = line(in).orElseThrow(EOFException::new);
        }
        return Optional.of(new Head(start.get(), fields));
    }

    private static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        while (b != '\n') {
            if (b < 0 || line.size() > MOST_BYTES) {
                throw new EOFException("a head ended within a line");
            }
            line.write(b);
            b = in.read();
        }
        String text = line.toString(ISO_8859_1);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /// The value of the first header with this name.
    public Optional<String> value(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).findFirst();
    }

    /// Whether a header has this value, in whatever case.
    public boolean says(String name, String value) {
        return value(name).filter(value::equalsIgnoreCase).isPresent();
    }

    /// The same without the headers of this name.
    public Head without(String name) {
        return new Head(startLine, fields.stream().filter(field -> !field.is(name)).toList());
    }

    /// The same with one header more.
    public Head with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(Field.of(name, value));
        return new Head(startLine, more);
    }

    /// The status of an answer, -1 if this is none.
    public int status() {
        String[] words = startLine.split(" ", 3);
        return words.length > 1 && words[1].matches("[0-9]{3}") ? Integer.parseInt(words[1]) : -1;
    }

    /// As it travels, with the empty line that ends it.
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        fields.forEach(field -> text.append(field.line()).append("\r\n"));
        return text.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    /// No target and no values: signatures travel in both.
    @Override
    public String toString() {
        return "Head[" + startLine.split(" ", 2)[0] + ", " + fields + "]";
    }
}
