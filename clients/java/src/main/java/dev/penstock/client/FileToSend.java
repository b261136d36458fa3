package dev.penstock.client;

import java.nio.file.Path;

/// A file and the document it shall become.
///
/// @param path of the document in its store
/// @param contentType a MIME type
public record FileToSend(Path file, String path, String contentType, DocumentFields fields) {

    /// Under its own name, as bytes of no known type.
    public static FileToSend of(Path file) {
        var name = file.toAbsolutePath().normalize().getFileName();
        return new FileToSend(
                file,
                name == null ? "" : name.toString(),
                "application/octet-stream",
                DocumentFields.none());
    }
}
