package dev.penstock.core.upload;

import dev.penstock.core.problem.Problem;

/// What a command leads to.
public sealed interface Step {
    /// To this new state, which must be saved.
    record To(Upload next) implements Step {}

    /// Nowhere: the upload is already as the command wants it.
    record Stay(Upload upload) implements Step {}

    /// It is not legal here.
    record Refused(Problem problem) implements Step {}
}
