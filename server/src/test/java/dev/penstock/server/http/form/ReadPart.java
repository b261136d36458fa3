package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A part with all its bytes.
///
/// @param fileName empty for a field
/// @param bytes a byte a character
record ReadPart(
        String name, Optional<String> fileName, Optional<String> contentType, String bytes) {

    static ReadPart field(String name, String text) {
        String bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
        return new ReadPart(name, Optional.empty(), Optional.empty(), bytes);
    }

    static ReadPart file(String name, String fileName, byte[] bytes) {
        return new ReadPart(
                name,
                Optional.of(fileName),
                Optional.of("application/octet-stream"),
                new String(bytes, ISO_8859_1));
    }

    static List<ReadPart> all(String contentType, InputStream body) {
        return all(FormData.of(contentType, -1, body, FormLimits.DIRECT_UPLOAD));
    }

    static List<ReadPart> all(FormData form) {
        var parts = new ArrayList<ReadPart>();
        for (var part = form.next(); part.isPresent(); part = form.next()) {
            parts.add(of(part.get()));
        }
        return parts;
    }

    private static ReadPart of(FormPart part) {
        return switch (part) {
            case FormPart.Field(String name, String text) -> field(name, text);
            case FormPart.File file ->
                    new ReadPart(
                            file.name(), file.fileName(), file.contentType(), text(file.bytes()));
        };
    }

    private static String text(InputStream bytes) {
        try (bytes) {
            return new String(bytes.readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
