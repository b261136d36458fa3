package dev.penstock.server.http.form;

import java.io.InputStream;
import java.util.Optional;

/// A part of a form.
public sealed interface FormPart {

    /// The name of the form's field, possibly empty.
    String name();

    /// A value.
    record Field(String name, String text) implements FormPart {}

    /// A file: a part that has a file name, or is declared `application/octet-stream`.
    ///
    /// @param fileName as it was sent, so possibly with a path; empty where none or `""` was
    /// @param contentType as it was declared, with its parameters
    /// @param bytes to be read to its end before the next part is asked for, once. Reading throws a
    ///   [dev.penstock.core.problem.ProblemException] where the body is malformed, cut or too large
    ///   and a [java.io.UncheckedIOException] where the connection fails
    record File(
            String name, Optional<String> fileName, Optional<String> contentType, InputStream bytes)
            implements FormPart {}
}
