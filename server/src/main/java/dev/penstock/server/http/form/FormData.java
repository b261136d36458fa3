package dev.penstock.server.http.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.penstock.core.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;

/// A form (`multipart/form-data`, RFC 7578; framing by RFC 2046, section 5.1.1) as it comes in,
/// read part by part through one buffer. Not for use by several threads.
public final class FormData {
    private static final int BUFFER = 64 << 10;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final InputStream body;
    private final MultipartInput input;
    private final FormLimits limits;
    private PartBytes part;
    private int parts;
    private int fieldBytes;
    private boolean ended;

    private FormData(InputStream body, MultipartInput input, FormLimits limits) {
        this.body = body;
        this.input = input;
        this.limits = limits;
        this.part = new PartBytes(input.newInputStream());
    }

    /// Nothing but the beginning of the body is read here.
    ///
    /// @param contentType the request's header, empty for none
    /// @param contentLength the request's, in bytes; -1 for unknown
    /// @throws ProblemException `unsupported-media-type` for what is no form,
    ///   `direct-upload-too-large` for a length above the limit, before a byte is read
    public static FormData of(
            String contentType, long contentLength, InputStream body, FormLimits limits) {
        byte[] boundary = Boundary.of(contentType);
        if (contentLength > limits.body().value()) {
            throw FormProblems.tooLarge(limits.body());
        }
        InputStream counted = new CountedBody(body, limits.body());
        return new FormData(counted, parser(counted, boundary, limits), limits);
    }

    /// A line end goes before the body, so that the first delimiter is one like all others and what
    /// is before it a part to pass over.
    private static MultipartInput parser(InputStream body, byte[] boundary, FormLimits limits) {
        try {
            MultipartInput input =
                    MultipartInput.builder()
                            .setInputStream(
                                    new SequenceInputStream(
                                            new ByteArrayInputStream(LINE_END), body))
                            .setBoundary(boundary)
                            .setBufferSize(BUFFER)
                            .setMaxPartHeaderSize(limits.partHeader())
                            .get();
            input.setHeaderCharset(ISO_8859_1);
            return input;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next part; empty when the form has come to its end.
    ///
    /// @throws ProblemException `invalid-body` when it is malformed or cut or has too many parts,
    ///   `direct-upload-too-large`, `body-too-large` when its fields have too many bytes
    /// @throws UncheckedIOException when the connection fails
    /// @throws IllegalStateException when the file before this part was not read to its end
    public Optional<FormPart> next() {
        if (ended) {
            return Optional.empty();
        }
        if (parts == 0) {
            drain(part);
        } else if (!part.isReadToItsEnd()) {
            throw new IllegalStateException("the file before this part is still to be read");
        }
        if (!readDelimiter()) {
            ended = true;
            drain(body);
            return Optional.empty();
        }
        countPart();
        return Optional.of(read(readHeader()));
    }

    private FormPart read(PartHeader header) {
        part = new PartBytes(input.newInputStream());
        return header.isFile()
                ? new FormPart.File(
                        header.name(),
                        header.fileName().filter(name -> !name.isEmpty()),
                        header.contentType(),
                        part)
                : new FormPart.Field(header.name(), text(header.name()));
    }

    private boolean readDelimiter() {
        try {
            return input.readBoundary();
        } catch (IOException e) {
            throw FormProblems.malformed("has other bytes after its boundary, or ends there");
        }
    }

    private PartHeader readHeader() {
        try {
            return PartHeader.of(input.readHeaders());
        } catch (FileUploadSizeException e) {
            throw FormProblems.malformed(
                    "has a part whose header has more than %d bytes".formatted(e.getPermitted()));
        } catch (IOException e) {
            throw FormProblems.malformed("ended within the header of a part");
        }
    }

    private void countPart() {
        parts++;
        if (parts > limits.parts()) {
            throw FormProblems.malformed("has more than %d parts".formatted(limits.parts()));
        }
    }

    private String text(String name) {
        try {
            byte[] value = part.readNBytes(limits.fields() - fieldBytes + 1);
            fieldBytes += value.length;
            if (fieldBytes > limits.fields()) {
                throw FormProblems.fieldsTooLarge(limits.fields());
            }
            drain(part);
            return Utf8.strictly(value);
        } catch (CharacterCodingException e) {
            throw FormProblems.malformed(
                    "has bytes that are not UTF-8 in the field "
                            + name
                            + ", which has no filename");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drain(InputStream rest) {
        try {
            rest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
