package dev.penstock.server.service;

import dev.penstock.core.document.DocumentFields;
import dev.penstock.core.document.DocumentPath;
import dev.penstock.core.problem.ProblemException;
import java.io.InputStream;
import java.util.Optional;

/// A direct upload as it comes in: its files one after the other, then what its caller says of
/// them. Closed without [#finish] it leaves nothing.
public sealed interface DirectRequest extends AutoCloseable
        permits DirectDelivery, DirectRepetition {

    /// Takes the next file, to its end.
    ///
    /// @param fileName a path under which the document goes where the caller names none
    /// @param declaredType what the caller says it is
    /// @throws ProblemException whatever stands against it
    void take(DocumentPath fileName, String declaredType, InputStream bytes);

    /// Ends the request: all its files become documents, or none.
    ///
    /// @param path for the only file
    /// @throws ProblemException whatever stands against one of them
    DirectUploads.Result finish(Optional<DocumentPath> path, DocumentFields fields);

    @Override
    void close();
}
