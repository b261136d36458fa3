package dev.penstock.client;

import java.io.InputStream;

/// A stream of unknown length and the document it shall become.
///
/// @param path of the document in its store
/// @param contentType a MIME type
public record StreamToSend(
        InputStream stream, String path, String contentType, DocumentFields fields) {}
