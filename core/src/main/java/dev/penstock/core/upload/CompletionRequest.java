package dev.penstock.core.upload;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.document.Warning;
import java.util.List;

/// What a caller wants its document to be, kept from the moment the storage is asked so that
/// anybody can finish the completion.
///
/// @param path where the document goes
/// @param warnings about fields that mean nothing
public record CompletionRequest(DocumentPath path, DocumentFields fields, List<Warning> warnings) {

    public CompletionRequest {
        warnings = List.copyOf(warnings);
    }

    /// A completion that asks for nothing but a document at this path.
    public static CompletionRequest plain(DocumentPath path) {
        return new CompletionRequest(path, DocumentFields.NONE, List.of());
    }

    public String fileName() {
        return fields.fileName(path);
    }
}
