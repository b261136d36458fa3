package dev.penstock.server.http;

import dev.penstock.core.problem.Problem;
import dev.penstock.core.problem.ProblemException;
import java.util.List;

/// A field of a body that cannot be taken.
final class InvalidField {
    private InvalidField() {}

    /// @param reason the end of a sentence whose subject is the field
    static ProblemException of(String field, String reason) {
        return new Problem.InvalidFields(List.of(new Problem.InvalidField(field, reason)))
                .asException();
    }
}
